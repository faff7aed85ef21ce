package io.prosodykit.scaffold;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * The steps of a {@link Journal}, as in the file {@code plan}: the seal of the journal's lock, a
 * line for each step, and an end line, without which the plan is incomplete.
 *
 * @param seal what {@link JournalOrigin#seal} returns for the lock
 * @param steps the steps in the order of execution
 */
record Plan(String seal, ImmutableList<Step> steps) {
  private static final String SEAL = "lock ";
  private static final String END = "end";

  /**
   * Parses what {@link #toString} returns.
   *
   * @throws IllegalArgumentException if the text is not a complete plan
   */
  static Plan parse(String text) {
    List<String> lines = Splitter.on('\n').splitToList(text);
    int end = lines.size() - 1;
    if (!lines.get(end).equals(END)) {
      throw new IllegalArgumentException("its plan has no end");
    }
    if (!lines.get(0).startsWith(SEAL)) {
      throw new IllegalArgumentException("its plan does not name its lock");
    }
    return new Plan(
        lines.get(0).substring(SEAL.length()),
        lines.subList(1, end).stream().map(Step::parse).collect(ImmutableList.toImmutableList()));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(SEAL).append(seal).append('\n');
    steps.forEach(step -> text.append(step).append('\n'));
    return text.append(END).toString();
  }
}
