package io.prosodykit.catalog;

/** Shows a foreign text in a message. */
final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  /** The text with control characters made visible, cut to a length that a message can bear. */
  static String brief(String text) {
    StringBuilder brief = new StringBuilder();
    for (int i = 0; i < text.length() && i < LONGEST; i++) {
      char c = text.charAt(i);
      if (isVisible(c)) {
        brief.append(c);
      } else {
        brief.append(String.format("\\u%04X", (int) c));
      }
    }
    return text.length() > LONGEST ? brief.append('…').toString() : brief.toString();
  }

  private static boolean isVisible(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
