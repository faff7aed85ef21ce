package io.prosodykit.lua;

/** A place in the text that goes forward and counts lines and columns. */
final class SourceCursor {
  /**
   * How much text is looked at in one call: a fresh JVM compiles what is called often sooner than
   * what goes round often.
   */
  private static final int PIECE = 256;

  /** The text, with a NUL behind its end so that looking one ahead is always possible. */
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
    boolean paired = false;
    for (int from = 0; from < end; from += PIECE) {
      int to = Math.min(from + PIECE, end);
      source.getChars(from, to, text, from);
      // with the character behind it, as a pair may stand across
      int beyond = Math.min(to + 1, end);
      paired |= source.codePointCount(from, beyond) != beyond - from;
    }
    pairs = paired;
  }

  boolean atEnd() {
    return at >= end;
  }

  /** The character so far ahead; NUL behind the end. */
  char next(int distance) {
    int there = at + distance;
    return there < end ? text[there] : 0;
  }

  int line() {
    return line;
  }

  /** Steps over a line end of one or two characters. */
  void endLine() {
    char first = text[at++];
    char second = text[at];
    if ((second == '\n' || second == '\r') && second != first) {
      at++;
    }
    beginLine();
  }

  /** The next character is the first of a line. */
  void beginLine() {
    line++;
    restartColumns();
  }

  /** The next character is the first that counts on its line. */
  void restartColumns() {
    counted = at;
    column = 1;
  }

  /** The column of a place on this line, which must not be before one asked for earlier. */
  int column(int offset) {
    column += pairs ? Character.codePointCount(text, counted, offset - counted) : offset - counted;
    counted = offset;
    return column;
  }

  /** The place of a character on this line, under the same condition. */
  LuaPosition position(int offset) {
    return new LuaPosition(line, column(offset));
  }

  static boolean isNewline(char c) {
    return c == '\n' || c == '\r';
  }
}
