package io.prosodykit.text;

/** Classes of characters as Lua has them: ASCII only, whatever the locale says. */
public final class CharClass {
  private static final int LETTER = 1;
  private static final int DIGIT = 2;
  private static final int HEX_DIGIT = 4;
  private static final int SPACE = 8;
  private static final byte[] CLASSES = new byte[Character.MAX_VALUE + 1];

  static {
    set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", LETTER);
    set("0123456789", DIGIT);
    set("0123456789abcdefABCDEF", HEX_DIGIT);
    set(" \t\u000B\f\r\n", SPACE);
  }

  private CharClass() {}

  private static void set(String characters, int bit) {
    for (int i = 0; i < characters.length(); i++) {
      CLASSES[characters.charAt(i)] |= (byte) bit;
    }
  }

  private static boolean is(char c, int bits) {
    return (CLASSES[c] & bits) != 0;
  }

  /** Whether a name can begin with it; the underscore is a letter. */
  public static boolean isLetter(char c) {
    return is(c, LETTER);
  }

  /** The end of the word or number that begins at a place in a text with something behind it. */
  public static int endOfWord(char[] text, int start) {
    byte[] classes = CLASSES;
    int at = start + 1;
    while ((classes[text[at]] & (LETTER | DIGIT)) != 0) {
      at++;
    }
    return at;
  }

  public static boolean isDigit(char c) {
    return is(c, DIGIT);
  }

  public static boolean isLetterOrDigit(char c) {
    return is(c, LETTER | DIGIT);
  }

  public static boolean isHexDigit(char c) {
    return is(c, HEX_DIGIT);
  }

  /** Whether it is white space, line ends included. */
  public static boolean isSpace(char c) {
    return is(c, SPACE);
  }
}
