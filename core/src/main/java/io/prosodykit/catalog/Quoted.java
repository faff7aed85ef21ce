package io.prosodykit.catalog;

/** Shows a foreign text in a message. */
final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  /** The text with control characters made visible, cut to a length that a message can bear. */
  static String brief(String text) {
    return text.length() > LONGEST ? visible(text.substring(0, LONGEST)) + '…' : visible(text);
  }

  /** The text with control characters made visible. */
  static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isVisible(c)) {
        visible.append(c);
      } else {
        visible.append(String.format("\\u%04X", (int) c));
      }
    }
    return visible.toString();
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
