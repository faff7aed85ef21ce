package io.prosodykit.scaffold;

/** How the lines of a text end. */
enum LineEnd {
  LF,
  CRLF;

  /** How the first line of a text ends; with a line feed where there is no end of a line. */
  static LineEnd of(String text) {
    int end = text.indexOf('\n');
    return end > 0 && text.charAt(end - 1) == '\r' ? CRLF : LF;
  }

  /** The text with this at the end of each line. */
  String in(String text) {
    String lines = text.replace("\r\n", "\n");
    return this == LF ? lines : lines.replace("\n", "\r\n");
  }
}
