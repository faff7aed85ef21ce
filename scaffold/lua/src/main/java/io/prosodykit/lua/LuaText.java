package io.prosodykit.lua;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.text.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes values as Lua source that Lua 5.1, 5.2, 5.3 and 5.4 read back as the same value.
 *
 * <p>The forms used are those of the Lua 5.1 manual, section 2.1; later releases kept all of them.
 *
 * @since 0.1.0
 */
public final class LuaText {
  private static final ImmutableSet<String> KEYWORDS = TokenKind.keywords();
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final long LARGEST_INTEGER = 1L << 53;

  private LuaText() {}

  /**
   * {@return the reserved words of Lua 5.1 to 5.4 together, sorted; {@code goto} is reserved since
   * 5.2}
   */
  public static ImmutableSet<String> keywords() {
    return KEYWORDS;
  }

  /**
   * Whether the text can name a variable or a field in every version of Lua: ASCII only, and not a
   * keyword.
   *
   * @param text any text
   * @return whether it can be written in Lua source as it is
   */
  public static boolean isIdentifier(String text) {
    return IDENTIFIER.matcher(text).matches() && !KEYWORDS.contains(text);
  }

  /**
   * Writes a double-quoted string literal, for example {@code "it's \"so\"\n"}.
   *
   * <p>Characters stay as they are, in UTF-8, except quotes, backslashes and what {@linkplain
   * VisibleText#isInvisible a reader cannot see}; of the latter each byte is written as {@code
   * \ddd}.
   *
   * @param text any Unicode text
   * @return the literal with its quotes, on one line
   * @throws IllegalArgumentException if the text contains an unpaired surrogate, which UTF-8 cannot
   *     represent
   */
  public static String quote(String text) {
    if (VisibleText.hasUnpairedSurrogate(text)) {
      throw new IllegalArgumentException("the text " + VisibleText.UNPAIRED_SURROGATE);
    }
    StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(codePoint -> appendQuoted(literal, codePoint));
    return literal.append('"').toString();
  }

  private static void appendQuoted(StringBuilder literal, int codePoint) {
    if (codePoint == '\n') {
      literal.append("\\n");
    } else if (codePoint == '\r') {
      literal.append("\\r");
    } else if (codePoint == '"' || codePoint == '\\') {
      literal.append('\\').appendCodePoint(codePoint);
    } else if (VisibleText.isInvisible(codePoint)) {
      for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
        // three digits, so that a following digit does not become part of the escape
        literal.append('\\').append(Integer.toString(1000 + (b & 0xFF)), 1, 4);
      }
    } else {
      literal.appendCodePoint(codePoint);
    }
  }

  /**
   * Writes an integer, for example {@code -5}.
   *
   * @param value an integer
   * @return the literal
   * @throws IllegalArgumentException beyond ±2<sup>53</sup>, where Lua 5.1 and 5.2, whose numbers
   *     are all doubles, would read back another value
   */
  public static String number(long value) {
    require(value, objection(value));
    return Long.toString(value);
  }

  /**
   * Writes a number with a fraction or an exponent, for example {@code 0.5} or {@code 1.0E10}.
   *
   * @param value a finite number
   * @return the literal
   * @throws IllegalArgumentException if the value is infinite or not a number: Lua has no literal
   *     for these
   */
  public static String number(double value) {
    require(value, objection(value));
    return Double.toString(value);
  }

  /**
   * Writes prose as comment lines, each beginning with {@code --} and at most 100 columns wide,
   * without a line end after the last.
   *
   * <p>White space is folded, a line end begins a new line, and what {@linkplain
   * VisibleText#isInvisible a reader cannot see} is written as its code point, for example {@code
   * U+202E}. No line is a luacheck directive, and none opens a long comment.
   *
   * @param text any text
   * @return the lines
   */
  public static String comment(String text) {
    return Comment.of(text);
  }

  /**
   * Says why an integer cannot be written.
   *
   * @param value an integer
   * @return the reason, to follow the integer in a message; empty between -2<sup>53</sup> and
   *     2<sup>53</sup>
   */
  public static Optional<String> objection(long value) {
    return value <= LARGEST_INTEGER && value >= -LARGEST_INTEGER
        ? Optional.empty()
        : Optional.of("is beyond 2^53, where Lua 5.1 and 5.2 cannot represent every integer");
  }

  /**
   * Says why a number with a fraction or an exponent cannot be written.
   *
   * @param value any number
   * @return the reason, to follow the number in a message; empty if it is finite
   */
  public static Optional<String> objection(double value) {
    return Double.isFinite(value) ? Optional.empty() : Optional.of("is not a finite number");
  }

  private static void require(Number value, Optional<String> objection) {
    if (objection.isPresent()) {
      throw new IllegalArgumentException(value + " " + objection.get());
    }
  }

  static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
