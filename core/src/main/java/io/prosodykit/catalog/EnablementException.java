package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import io.prosodykit.problem.ProsodyKitException;
import java.util.List;

/**
 * All {@code PROSODY_ENABLE_…} variables with invalid values, at once.
 *
 * @since 0.1.0
 */
public final class EnablementException extends ProsodyKitException {
  private static final long serialVersionUID = 1L;

  private final transient ImmutableList<String> problems;

  EnablementException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = ImmutableList.copyOf(problems);
  }

  /** {@return what is wrong: a sentence for each variable, which names it and its value} */
  public ImmutableList<String> problems() {
    return problems;
  }
}
