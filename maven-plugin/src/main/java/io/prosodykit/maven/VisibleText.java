package io.prosodykit.maven;

import java.util.stream.Collectors;

/**
 * Foreign text for a terminal: what would move the cursor, change colours, or turn the direction of
 * writing is shown as its code, {@code \}{@code u001B}.
 */
final class VisibleText {
  private VisibleText() {}

  /** Shows a text on one line. */
  static String of(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints().forEach(codePoint -> append(visible, codePoint));
    return visible.toString();
  }

  /** Shows a text on as many lines as it has. */
  static String lines(String text) {
    return text.lines().map(VisibleText::of).collect(Collectors.joining("\n"));
  }

  private static void append(StringBuilder visible, int codePoint) {
    switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          visible.append(String.format("\\u%04X", codePoint));
      default -> visible.appendCodePoint(codePoint);
    }
  }
}
