package io.prosodykit.lua;

/** Reads the text between long brackets, {@code [[…]]} or {@code [==[…]==]}. */
final class LongBracketScanner {
  /** What {@link #level} returns for anything that is not a long bracket. */
  static final int NO_BRACKET = -1;

  private final SourceCursor cursor;
  private final Problems problems;

  LongBracketScanner(SourceCursor cursor, Problems problems) {
    this.cursor = cursor;
    this.problems = problems;
  }

  /** The number of equals signs of the long bracket that opens here. */
  int level() {
    int at = cursor.at + 1;
    while (cursor.text[at] == '=') {
      at++;
    }
    return cursor.text[at] == '[' ? at - cursor.at - 1 : NO_BRACKET;
  }

  /** Skips brackets of this level and returns what they enclose, as it is written. */
  String scan(int level, String what) {
    char[] text = cursor.text;
    LuaPosition opened = cursor.position(cursor.at);
    cursor.at += level + 2;
    int start = cursor.at;
    boolean nested = false;
    while (!cursor.atEnd()) {
      char c = text[cursor.at];
      if (SourceCursor.isNewline(c)) {
        cursor.endLine();
      } else if (c == ']' && closes(level)) {
        int end = cursor.at;
        cursor.at += level + 2;
        return new String(text, start, end - start);
      } else {
        if (c == '[' && level == 0 && !nested && text[cursor.at + 1] == '[') {
          nested = true;
          problems.add(
              cursor.position(cursor.at), "'[[' inside '[[ ]]'; use '[=[ ]=]'", Versions.V5_1);
        }
        cursor.at++;
      }
    }
    problems.add(opened, "unfinished " + what, Versions.ALL);
    return new String(text, start, cursor.end - start);
  }

  private boolean closes(int level) {
    for (int i = 1; i <= level; i++) {
      if (cursor.text[cursor.at + i] != '=') {
        return false;
      }
    }
    return cursor.text[cursor.at + level + 1] == ']';
  }

  /** The value of a string whose text {@link #scan} returned. */
  static String value(String written) {
    int start = lineEnd(written, 0);
    if (written.indexOf('\r') < 0) {
      return written.substring(start);
    }
    StringBuilder value = new StringBuilder(written.length());
    int at = start;
    while (at < written.length()) {
      int length = lineEnd(written, at);
      value.append(length > 0 ? '\n' : written.charAt(at));
      at += Math.max(1, length);
    }
    return value.toString();
  }

  /** The length of the line end at a position; 0 if there is none. */
  private static int lineEnd(String text, int at) {
    if (at >= text.length() || !SourceCursor.isNewline(text.charAt(at))) {
      return 0;
    }
    boolean two =
        at + 1 < text.length()
            && SourceCursor.isNewline(text.charAt(at + 1))
            && text.charAt(at + 1) != text.charAt(at);
    return two ? 2 : 1;
  }
}
