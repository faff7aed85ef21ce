package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finding that is printed.
 *
 * @param finding the finding
 * @param more how many further findings of its rule on its line are not printed; 0 unless it is the
 *     last one printed for its rule and line
 */
record ShownFinding(Finding finding, int more) {
  /** How many findings of a rule are printed for one line. */
  static final int MOST_ON_A_LINE = 20;

  /** {@return what is printed of findings, which must be sorted by place} */
  static ImmutableList<ShownFinding> of(ImmutableList<Finding> findings) {
    int[] more = new int[findings.size()];
    Crowd crowd = new Crowd();
    for (int i = 0; i < more.length; i++) {
      int last = crowd.add(findings.get(i), i);
      if (last < i) {
        more[last]++;
        more[i] = -1;
      }
    }
    ImmutableList.Builder<ShownFinding> shown = ImmutableList.builder();
    for (int i = 0; i < more.length; i++) {
      if (more[i] >= 0) {
        shown.add(new ShownFinding(findings.get(i), more[i]));
      }
    }
    return shown.build();
  }

  /** {@return the message and the fix in one text, for formats that have only one} */
  String message() {
    String message = finding.message() + ". Fix: " + finding.fix();
    return more == 0 ? message : message + " (" + rest() + ")";
  }

  /** {@return a phrase that says how many are not printed; empty if there are none} */
  String rest() {
    return more == 0
        ? ""
        : String.format(Locale.ROOT, "and %,d more of %s on this line", more, finding.rule());
  }

  /** The findings of one line. */
  private static final class Crowd {
    private @Nullable Path file;
    private int line;
    private final Map<LintRule, Integer> counts = new EnumMap<>(LintRule.class);
    private final Map<LintRule, Integer> last = new EnumMap<>(LintRule.class);

    /** Counts a finding, and returns the index of the one that is printed in its place. */
    int add(Finding finding, int number) {
      if (finding.position().line() != line || !finding.file().equals(file)) {
        file = finding.file();
        line = finding.position().line();
        counts.clear();
      }
      if (counts.merge(finding.rule(), 1, Integer::sum) <= MOST_ON_A_LINE) {
        last.put(finding.rule(), number);
      }
      return last.getOrDefault(finding.rule(), number);
    }
  }
}
