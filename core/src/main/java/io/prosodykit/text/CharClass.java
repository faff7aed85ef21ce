package io.prosodykit.text;

/** Lua's character classes: ASCII only, regardless of the locale. */
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

  /**
   * {@return whether a name can begin with a character; the underscore counts as a letter}
   *
   * @param c the character
   */
  public static boolean isLetter(char c) {
    return is(c, LETTER);
  }

  /**
   * {@return the end of the word or number that begins at a position}
   *
   * @param text the text, which does not end with the word
   * @param start the position
   */
  public static int endOfWord(char[] text, int start) {
    byte[] classes = CLASSES;
    int at = start + 1;
    while ((classes[text[at]] & (LETTER | DIGIT)) != 0) {
      at++;
    }
    return at;
  }

  /**
   * {@return whether a character is a digit}
   *
   * @param c the character
   */
  public static boolean isDigit(char c) {
    return is(c, DIGIT);
  }

  /**
   * {@return whether a character is a letter, an underscore or a digit}
   *
   * @param c the character
   */
  public static boolean isLetterOrDigit(char c) {
    return is(c, LETTER | DIGIT);
  }

  /**
   * {@return whether a character is a hexadecimal digit}
   *
   * @param c the character
   */
  public static boolean isHexDigit(char c) {
    return is(c, HEX_DIGIT);
  }

  /**
   * {@return whether a character is white space, including line ends}
   *
   * @param c the character
   */
  public static boolean isSpace(char c) {
    return is(c, SPACE);
  }
}
