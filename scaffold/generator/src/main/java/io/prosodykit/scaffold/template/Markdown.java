package io.prosodykit.scaffold.template;

import com.google.common.base.CharMatcher;
import io.prosodykit.text.VisibleText;
import java.util.regex.Pattern;

/**
 * Writes text as inline Markdown that shows the text itself: no emphasis, link, code, HTML, table
 * cell or block begins or ends in it (CommonMark 0.31, section 2.4; GitHub's tables, strikethrough
 * and formulas).
 */
final class Markdown {
  private static final CharMatcher SPACE = CharMatcher.anyOf(" \t\n\u000B\f\r\u0085\u2028\u2029");
  private static final CharMatcher SPECIAL = CharMatcher.anyOf("\\`*_[]<>&|~#${}");
  private static final Pattern BLOCK_START = Pattern.compile("^(\\d*)([-+=:.)])");

  private Markdown() {}

  /**
   * Writes the text on one line. White space is folded; format characters become character
   * references; other control characters are not allowed in HTML and are spelled out as {@code
   * U+0007}.
   */
  static String inline(String text) {
    String line = SPACE.trimAndCollapseFrom(text, ' ');
    StringBuilder markdown = new StringBuilder(line.length());
    line.codePoints().forEach(codePoint -> append(markdown, codePoint));
    return BLOCK_START.matcher(markdown).replaceFirst("$1\\\\$2");
  }

  private static void append(StringBuilder markdown, int codePoint) {
    if (codePoint < 128 && SPECIAL.matches((char) codePoint)) {
      markdown.append('\\').append((char) codePoint);
    } else if (Character.isISOControl(codePoint) || (codePoint & 0xFFFE) == 0xFFFE) {
      markdown.append(String.format("U+%04X", codePoint));
    } else if (VisibleText.isInvisible(codePoint)) {
      markdown.append(String.format("&#x%X;", codePoint));
    } else {
      markdown.appendCodePoint(codePoint);
    }
  }
}
