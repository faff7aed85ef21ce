package io.prosodykit.catalog;

/** Shows a foreign text in a message. */
final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  /** The text made visible, cut to a length that a message can bear. */
  static String brief(String text) {
    if (text.codePointCount(0, Math.min(text.length(), 2 * LONGEST + 1)) <= LONGEST) {
      return visible(text);
    }
    return visible(text.substring(0, text.offsetByCodePoints(0, LONGEST))) + "…";
  }

  /** The text with escapes for what a terminal would obey, hide or be unable to show. */
  static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints().forEach(c -> append(c, visible));
    return visible.toString();
  }

  private static void append(int codePoint, StringBuilder visible) {
    switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          visible.append(String.format(codePoint > 0xFFFF ? "\\u{%X}" : "\\u%04X", codePoint));
      default -> visible.appendCodePoint(codePoint);
    }
  }
}
