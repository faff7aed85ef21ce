package io.prosodykit.lint;

import java.util.Arrays;

/** Counts the code points of a text without scanning it each time. */
final class CodePoints {
  private static final int[] NONE = {};

  private final String text;

  /** Where surrogate pairs begin. */
  private final int[] pairs;

  CodePoints(String text) {
    this.text = text;
    this.pairs = pairs(text);
  }

  private static int[] pairs(String text) {
    int count = text.length() - text.codePointCount(0, text.length());
    int[] pairs = count == 0 ? NONE : new int[count];
    int found = 0;
    for (int i = 0; found < count; i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        pairs[found++] = i++;
      }
    }
    return pairs;
  }

  String substring(int start, int end) {
    return text.substring(start, end);
  }

  /** {@return the number of code points between two offsets} */
  int count(int start, int end) {
    return end - start - (pairsBefore(end) - pairsBefore(start));
  }

  private int pairsBefore(int offset) {
    int found = Arrays.binarySearch(pairs, offset);
    return found < 0 ? -found - 1 : found;
  }

  /** Returns the offset that lies some code points after another. The text must be long enough. */
  int offset(int start, int codePoints) {
    int first = pairsBefore(start);
    int low = first;
    int high = pairs.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pairs[middle] - start - (middle - first) < codePoints) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return start + codePoints + (low - first);
  }
}
