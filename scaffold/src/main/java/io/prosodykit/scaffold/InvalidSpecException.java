package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ProsodyKitException;
import java.util.List;

/** A specification that no module can be made from; it holds everything that is wrong at once. */
public final class InvalidSpecException extends ProsodyKitException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, in the order of the values. */
  private final ImmutableList<String> problems;

  InvalidSpecException(String subject, List<String> problems) {
    super(subject + ": " + String.join("; ", problems));
    this.problems = ImmutableList.copyOf(problems);
  }

  /**
   * Returns what is wrong.
   *
   * @return one sentence for each problem, each with the value and what would be right; at least
   *     one
   */
  public ImmutableList<String> problems() {
    return problems;
  }
}
