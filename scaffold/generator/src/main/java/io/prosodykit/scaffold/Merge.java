package io.prosodykit.scaffold;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;

/**
 * What two have made of a text, in one.
 *
 * @param text the merged text
 * @param hasConflicts whether it has marked conflicts
 */
record Merge(String text, boolean hasConflicts) {

  /** The marks of a conflict, which say whose lines they enclose. */
  static final String BEGIN = "<<<<<<< yours";

  static final String END = ">>>>>>> prosodykit";

  private static final Splitter LINES = Splitter.on('\n').trimResults(CharMatcher.is('\r'));

  /** Merges what two have made of a text. */
  static Merge of(String base, String yours, String theirs) {
    return ThreeWayMerge.of(base, yours, theirs);
  }

  /** Whether a text still has a conflict that an earlier merge has marked. */
  static boolean isMarked(CharSequence text) {
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
