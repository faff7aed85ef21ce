package io.prosodykit.text;

import java.util.stream.Collectors;

/**
 * Untrusted text in a message: what a reader cannot see, or what would move a terminal's cursor,
 * change its colours or change the writing direction, is shown as its code point.
 */
public final class VisibleText {
  private static final int LONGEST = 60;

  /** The range of visible ASCII characters, of which most texts consist. */
  private static final int FIRST_OF_ASCII = ' ';

  private static final int LAST_OF_ASCII = '~';

  private VisibleText() {}

  /**
   * Whether a reader cannot see the code point, or it changes the order of the text around it:
   * controls, Unicode's format characters with the marks of bidirectional text, variation
   * selectors, fillers and line separators.
   *
   * <p>The set does not depend on the Unicode version of the Java runtime.
   *
   * @param codePoint a Unicode code point
   * @return whether a text should show its code
   */
  public static boolean isInvisible(int codePoint) {
    return Invisible.CODE_POINTS.contains(codePoint);
  }

  /**
   * Shows a text on one line.
   *
   * @param text any text
   * @return the text; {@code \}{@code u001B} stands for what is invisible and for an unpaired
   *     surrogate, and {@code \}{@code u{E0001}} beyond U+FFFF
   */
  public static String of(String text) {
    if (isAscii(text)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> append(visible, codePoint));
    return visible.toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < FIRST_OF_ASCII || c > LAST_OF_ASCII) {
        return false;
      }
    }
    return true;
  }

  /**
   * Shows a text on its own lines.
   *
   * @param text any text
   * @return its lines, each as {@link #of} shows it, separated by line feeds
   */
  public static String lines(String text) {
    return text.lines().map(VisibleText::of).collect(Collectors.joining("\n"));
  }

  /**
   * Shows a text on one line, cut to a length that suits messages.
   *
   * @param text any text
   * @return the first 60 characters as {@link #of} shows them, and {@code …} if there are more
   */
  public static String brief(String text) {
    return brief(text, LONGEST);
  }

  /**
   * Shows a text on one line, cut to a length.
   *
   * @param text any text
   * @param most the most characters to show
   * @return the first characters as {@link #of} shows them, and {@code …} if there are more
   */
  public static String brief(String text, int most) {
    if (text.length() <= most || text.codePointCount(0, text.length()) <= most) {
      return of(text);
    }
    return of(text.substring(0, text.offsetByCodePoints(0, most))) + '…';
  }

  /** What to say of a text that {@linkplain #hasUnpairedSurrogate is not valid Unicode}. */
  public static final String UNPAIRED_SURROGATE =
      "contains an unpaired surrogate, which is not a character; remove it";

  /**
   * {@return whether a text contains an unpaired surrogate, and so is not valid Unicode}
   *
   * @param text any text
   */
  public static boolean hasUnpairedSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private static void append(StringBuilder visible, int codePoint) {
    boolean ascii = codePoint >= FIRST_OF_ASCII && codePoint <= LAST_OF_ASCII;
    if (ascii || (!isInvisible(codePoint) && Character.getType(codePoint) != Character.SURROGATE)) {
      visible.appendCodePoint(codePoint);
    } else {
      visible.append(String.format(codePoint > 0xFFFF ? "\\u{%X}" : "\\u%04X", codePoint));
    }
  }
}
