package io.prosodykit.scaffold.merge;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;

/**
 * The result of a three-way merge.
 *
 * @param text the merged text
 * @param hasConflicts whether it has conflicts, enclosed in markers
 */
public record Merge(String text, boolean hasConflicts) {

  /** The markers of a conflict, which say whose lines they enclose. */
  static final String BEGIN = "<<<<<<< yours";

  static final String END = ">>>>>>> prosodykit";

  private static final Splitter LINES = Splitter.on('\n').trimResults(CharMatcher.is('\r'));

  /** Merges two versions of a text. */
  public static Merge of(String base, String yours, String theirs) {
    return ThreeWayMerge.of(base, yours, theirs);
  }

  /** {@return whether a text still has the markers of a conflict from an earlier merge} */
  public static boolean isMarked(CharSequence text) {
    boolean isOpen = false;
    for (String line : LINES.split(text)) {
      if (line.equals(BEGIN)) {
        isOpen = true;
      } else if (isOpen && line.equals(END)) {
        return true;
      }
    }
    return false;
  }
}
