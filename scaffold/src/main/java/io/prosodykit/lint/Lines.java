package io.prosodykit.lint;

import java.util.Arrays;

/** The lines of a text, which are looked for once, and only if one is asked for. */
final class Lines {
  private final String text;

  /** Where each line begins, and one that there is not behind the last. */
  private int[] starts = {};

  private int count;

  Lines(String text) {
    this.text = text;
  }

  /** A line by its number, from 1, without its end; empty if there is none. */
  String get(int number) {
    if (count == 0) {
      findAll();
    }
    if (number >= count) {
      return "";
    }
    int start = starts[number - 1];
    // a byte order mark counts for no column
    boolean marked = start == 0 && text.startsWith("\uFEFF");
    String line = text.substring(marked ? 1 : start, starts[number] - 1);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private void findAll() {
    starts = new int[256];
    count = 1;
    boolean more = true;
    while (more) {
      more = addNext();
    }
  }

  /**
   * Adds the beginning of the next line; behind the last one adds that, and returns false. A fresh
   * JVM compiles what is called often sooner than what goes round often.
   */
  private boolean addNext() {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
    }
    int end = text.indexOf('\n', starts[count - 1]);
    starts[count++] = (end < 0 ? text.length() : end) + 1;
    return end >= 0;
  }
}
