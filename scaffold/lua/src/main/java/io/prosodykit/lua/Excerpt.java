package io.prosodykit.lua;

/** Formats excerpts of source for messages. */
final class Excerpt {
  private static final int LONGEST = 40;
  private static final int ASCII_FIRST = 0x20;
  private static final int ASCII_LAST = 0x7E;

  private Excerpt() {}

  /** Quotes an excerpt; a long one is cut, and what is not printable ASCII is escaped. */
  static String of(String piece) {
    StringBuilder shown = new StringBuilder("'");
    int codePoint;
    for (int i = 0; i < piece.length(); i += Character.charCount(codePoint)) {
      if (i >= LONGEST) {
        shown.append('…');
        break;
      }
      codePoint = piece.codePointAt(i);
      if (codePoint >= ASCII_FIRST && codePoint <= ASCII_LAST) {
        shown.appendCodePoint(codePoint);
      } else {
        shown.append("U+%04X".formatted(codePoint));
      }
    }
    return shown.append('\'').toString();
  }
}
