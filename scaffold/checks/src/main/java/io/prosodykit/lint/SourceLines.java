package io.prosodykit.lint;

import com.google.common.primitives.ImmutableIntArray;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaRange;
import org.jspecify.annotations.Nullable;

/** The lines of a text. They are found all at once, when one is first needed. */
final class SourceLines {
  private final String text;

  /** Made when a line is too long to be shown in full, as few are. */
  private @Nullable CodePoints codePoints;

  /** Empty until a line is needed. */
  private ImmutableIntArray starts = ImmutableIntArray.of();

  SourceLines(String text) {
    this.text = text;
  }

  /** {@return the part of a line that shows a place; empty if there is no such line} */
  SourceExcerpt excerpt(LuaPosition position) {
    if (position.line() >= starts().length()) {
      return SourceExcerpt.NONE;
    }
    int start = start(position.line());
    return excerpt(start, end(position.line(), start), position.column());
  }

  private int start(int line) {
    int start = starts().get(line - 1);
    // a byte order mark does not take a column
    return start == 0 && text.startsWith("\uFEFF") ? 1 : start;
  }

  /** {@return where a line ends, without its terminator} */
  private int end(int line, int start) {
    int end = starts().get(line) - 1;
    return end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  private SourceExcerpt excerpt(int start, int end, int column) {
    if (end - start <= SourceExcerpt.LONGEST) {
      int length = text.codePointCount(start, end);
      return new SourceExcerpt(text.substring(start, end), Math.min(column, length + 1));
    }
    return SourceExcerpt.of(codePoints(), start, end, column);
  }

  private CodePoints codePoints() {
    CodePoints all = codePoints;
    if (all == null) {
      all = new CodePoints(text);
      codePoints = all;
    }
    return all;
  }

  /**
   * Returns the range of what is at a place: a name or a number, a string on one line, or else one
   * character; empty if there is none.
   */
  LuaRange word(LuaPosition position) {
    if (position.line() >= starts().length()) {
      return LuaRange.at(position);
    }
    int start = start(position.line());
    int end = end(position.line(), start);
    CodePoints all = codePoints();
    if (position.column() > all.count(start, end)) {
      return LuaRange.at(position);
    }
    int from = all.offset(start, position.column() - 1);
    int length = all.count(from, wordEnd(from, end));
    return new LuaRange(position, new LuaPosition(position.line(), position.column() + length));
  }

  private int wordEnd(int from, int end) {
    char first = text.charAt(from);
    if (first == '"' || first == '\'') {
      int quote = text.indexOf(first, from + 1);
      return quote < 0 || quote >= end ? from + 1 : quote + 1;
    }
    int at = from;
    while (at < end && isOfWord(text.charAt(at))) {
      at++;
    }
    return at == from ? text.offsetByCodePoints(from, 1) : at;
  }

  private static boolean isOfWord(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** {@return where each line begins, and where one more after the last would begin} */
  private ImmutableIntArray starts() {
    if (starts.isEmpty()) {
      ImmutableIntArray.Builder found = ImmutableIntArray.builder();
      found.add(0);
      for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
        found.add(end + 1);
      }
      starts = found.add(text.length() + 1).build();
    }
    return starts;
  }
}
