package io.prosodykit.scaffold;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ProsodyKitException;
import java.util.List;

/** A specification that no module can be made from; it holds everything that is wrong at once. */
public final class InvalidSpecException extends ProsodyKitException {
  private static final long serialVersionUID = 1L;

  private final transient ImmutableList<SpecProblem> problems;

  InvalidSpecException(String subject, List<SpecProblem> problems) {
    super(subject + ": " + Joiner.on("; ").join(problems));
    this.problems = ImmutableList.copyOf(problems);
  }

  /**
   * Returns what is wrong.
   *
   * @return at least one problem
   */
  public ImmutableList<SpecProblem> problems() {
    return problems;
  }
}
