package io.prosodykit.lua;

/** A position in the text that moves forward and counts lines and columns. */
final class SourceCursor {
  /** The text, followed by a NUL so that looking one character ahead is always possible. */
  final char[] text;

  /** The length of the text. */
  final int end;

  /** The next character to read. */
  int at;

  private final boolean pairs;
  private int line = 1;
  private int counted;
  private int column = 1;

  SourceCursor(String source) {
    end = source.length();
    text = new char[end + 1];
    source.getChars(0, end, text, 0);
    pairs = source.codePointCount(0, end) < end;
  }

  boolean atEnd() {
    return at >= end;
  }

  /** The character at a distance; NUL after the end. */
  char next(int distance) {
    int there = at + distance;
    return there < end ? text[there] : 0;
  }

  int line() {
    return line;
  }

  /** Skips a line end of one or two characters. */
  void endLine() {
    char first = text[at++];
    char second = text[at];
    if ((second == '\n' || second == '\r') && second != first) {
      at++;
    }
    beginLine();
  }

  /** Begins a line at the next character. */
  void beginLine() {
    line++;
    restartColumns();
  }

  /** Begins to count columns at the next character. */
  void restartColumns() {
    counted = at;
    column = 1;
  }

  /** The column of a place on this line, which must not precede that of an earlier call. */
  int column(int offset) {
    column += pairs ? Character.codePointCount(text, counted, offset - counted) : offset - counted;
    counted = offset;
    return column;
  }

  /** The position of a character on this line, under the same condition. */
  LuaPosition position(int offset) {
    return new LuaPosition(line, column(offset));
  }

  static boolean isNewline(char c) {
    return c == '\n' || c == '\r';
  }
}
