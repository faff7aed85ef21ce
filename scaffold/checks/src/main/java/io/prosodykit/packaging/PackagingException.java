package io.prosodykit.packaging;

import com.google.common.collect.ImmutableList;
import io.prosodykit.problem.ProsodyKitException;
import io.prosodykit.text.VisibleText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown if modules cannot be packaged. Nothing was written. The message has a line for each
 * problem.
 *
 * @since 0.1.0
 */
public final class PackagingException extends ProsodyKitException {
  private static final long serialVersionUID = 1L;

  private final transient ImmutableList<String> problems;

  PackagingException(List<String> problems) {
    super(problems.stream().map(VisibleText::of).collect(Collectors.joining("\n")));
    this.problems = ImmutableList.copyOf(problems);
  }

  /** {@return the problems, each with its file, its place if it has one, and its fix} */
  public ImmutableList<String> problems() {
    return problems;
  }
}
