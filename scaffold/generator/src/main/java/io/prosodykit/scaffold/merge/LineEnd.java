package io.prosodykit.scaffold.merge;

/** How the lines of a text end. */
public enum LineEnd {
  LF,
  CRLF;

  /** {@return how the first line of a text ends; LF if the text has no line end} */
  public static LineEnd of(String text) {
    int end = text.indexOf('\n');
    return end > 0 && text.charAt(end - 1) == '\r' ? CRLF : LF;
  }

  /** {@return the text with this end on each line} */
  public String in(String text) {
    String lines = text.replace("\r\n", "\n");
    return this == LF ? lines : lines.replace("\n", "\r\n");
  }
}
