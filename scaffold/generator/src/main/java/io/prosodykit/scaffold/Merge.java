package io.prosodykit.scaffold;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/**
 * Git's merge and git's difference of texts.
 *
 * @param text the merged text
 * @param hasConflicts whether it has marked conflicts
 */
record Merge(String text, boolean hasConflicts) {

  /** What stands behind the marks of a conflict: whose lines they are. */
  private static final String YOURS = "yours";

  private static final String THEIRS = "prosodykit";

  private static final Splitter LINES = Splitter.on('\n').trimResults(CharMatcher.is('\r'));

  /** Merges what two have made of a text. */
  static Merge of(String base, String yours, String theirs) {
    return of(base, yours, theirs, RawTextComparator.DEFAULT);
  }

  /** As above, with lines compared by another's rule. */
  static Merge of(String base, String yours, String theirs, RawTextComparator comparator) {
    MergeResult<RawText> result =
        new MergeAlgorithm(diff()).merge(comparator, raw(base), raw(yours), raw(theirs));
    ByteArrayOutputStream merged = new ByteArrayOutputStream();
    try {
      new MergeFormatter()
          .formatMerge(merged, result, List.of("before", YOURS, THEIRS), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail to be written", e);
    }
    return new Merge(merged.toString(StandardCharsets.UTF_8), result.containsConflicts());
  }

  /** Whether a text still has a conflict that an earlier merge has marked. */
  static boolean isMarked(CharSequence text) {
    boolean isOpen = false;
    for (String line : LINES.split(text)) {
      if (line.equals("<<<<<<< " + YOURS)) {
        isOpen = true;
      } else if (isOpen && line.equals(">>>>>>> " + THEIRS)) {
        return true;
      }
    }
    return false;
  }

  /** The difference between two texts in git's unified form, with three lines around. */
  static String difference(String path, String before, String after) {
    ByteArrayOutputStream difference = new ByteArrayOutputStream();
    try (DiffFormatter formatter = new DiffFormatter(difference)) {
      RawText a = raw(before);
      RawText b = raw(after);
      EditList edits = diff().diff(RawTextComparator.DEFAULT, a, b);
      formatter.format(edits, a, b);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail to be written", e);
    }
    return "--- "
        + (before.isEmpty() ? "/dev/null" : "a/" + path)
        + "\n+++ "
        + (after.isEmpty() ? "/dev/null" : "b/" + path)
        + "\n"
        + difference.toString(StandardCharsets.UTF_8);
  }

  /**
   * Git's difference without its fallback, whose time grows with the square of the text. A stretch
   * in which each line is there more than 64 times is replaced as a whole instead.
   */
  private static HistogramDiff diff() {
    HistogramDiff diff = new HistogramDiff();
    diff.setFallbackAlgorithm(null);
    return diff;
  }

  private static RawText raw(String text) {
    return new RawText(text.getBytes(StandardCharsets.UTF_8));
  }
}
