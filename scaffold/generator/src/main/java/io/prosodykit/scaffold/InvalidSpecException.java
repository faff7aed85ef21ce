package io.prosodykit.scaffold;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import io.prosodykit.problem.ProsodyKitException;
import java.util.List;

/**
 * Thrown if no module can be created from a specification. It has all problems at once.
 *
 * @since 0.1.0
 */
public final class InvalidSpecException extends ProsodyKitException {
  private static final long serialVersionUID = 1L;

  private final transient ImmutableList<SpecProblem> problems;

  InvalidSpecException(String subject, List<SpecProblem> problems) {
    super(subject + ": " + Joiner.on("; ").join(problems));
    this.problems = ImmutableList.copyOf(problems);
  }

  /** {@return all problems, at least one} */
  public ImmutableList<SpecProblem> problems() {
    return problems;
  }
}
