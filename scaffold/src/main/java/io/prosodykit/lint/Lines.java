package io.prosodykit.lint;

import java.util.Arrays;

/** The lines of a text, which are looked for once, and only if one is asked for. */
final class Lines {
  static final Lines NONE = new Lines("");

  private final String text;

  /** Where each line begins, and one that there is not behind the last. */
  private int[] starts = {};

  Lines(String text) {
    this.text = text;
  }

  /** A line by its number, from 1, without its end; empty if there is none. */
  String get(int number) {
    if (starts.length == 0) {
      starts = starts(text);
    }
    if (number >= starts.length) {
      return "";
    }
    int start = starts[number - 1];
    // a byte order mark counts for no column
    boolean marked = start == 0 && text.startsWith("\uFEFF");
    String line = text.substring(marked ? 1 : start, starts[number] - 1);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private static int[] starts(String text) {
    int[] starts = new int[256];
    int count = 1;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      if (count + 1 == starts.length) {
        starts = Arrays.copyOf(starts, 2 * starts.length);
      }
      starts[count++] = end + 1;
    }
    starts[count++] = text.length() + 1;
    return Arrays.copyOf(starts, count);
  }
}
