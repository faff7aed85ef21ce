package io.prosodykit.lint;

import io.prosodykit.lua.LuaPosition;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a text, which are looked for once, and only if one is asked for. */
final class SourceLines {
  private final String text;

  /** Made once a line is too long to be shown whole; most texts have none. */
  private @Nullable CodePoints codePoints;

  /** Where each line begins, and one that there is not behind the last. */
  private int[] starts = {};

  private int count;

  SourceLines(String text) {
    this.text = text;
  }

  /** The part of a line that shows a place; nothing if there is no such line. */
  SourceExcerpt excerpt(LuaPosition position) {
    if (count == 0) {
      findAll();
    }
    if (position.line() >= count) {
      return SourceExcerpt.NONE;
    }
    int start = starts[position.line() - 1];
    int end = starts[position.line()] - 1;
    // a byte order mark counts for no column
    if (start == 0 && text.startsWith("\uFEFF")) {
      start = 1;
    }
    if (end > start && text.charAt(end - 1) == '\r') {
      end--;
    }
    return excerpt(start, end, position.column());
  }

  private SourceExcerpt excerpt(int start, int end, int column) {
    if (end - start <= SourceExcerpt.LONGEST) {
      int length = text.codePointCount(start, end);
      return new SourceExcerpt(text.substring(start, end), Math.min(column, length + 1));
    }
    CodePoints all = codePoints;
    if (all == null) {
      all = new CodePoints(text);
      codePoints = all;
    }
    return SourceExcerpt.of(all, start, end, column);
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
