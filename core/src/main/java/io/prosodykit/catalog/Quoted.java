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
      if (Character.isISOControl(c)
          || Character.getType(c) == Character.FORMAT
          || Character.isSurrogate(c)) {
        brief.append(String.format("\\u%04X", (int) c));
      } else {
        brief.append(c);
      }
    }
    return text.length() > LONGEST ? brief.append('…').toString() : brief.toString();
  }
}
