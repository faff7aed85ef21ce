package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** {@code PROSODY_ENABLE_…} variables whose values cannot be followed, all of them at once. */
public final class EnablementException extends ProsodyKitException {
  private static final long serialVersionUID = 1L;

  private final transient ImmutableList<String> problems;

  EnablementException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = ImmutableList.copyOf(problems);
  }

  /**
   * Returns what is wrong.
   *
   * @return a sentence for each variable, which names it and its value
   */
  public ImmutableList<String> problems() {
    return problems;
  }
}
