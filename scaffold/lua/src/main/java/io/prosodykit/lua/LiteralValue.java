package io.prosodykit.lua;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The value of a string, assembled from characters and bytes. */
final class LiteralValue {
  private static final int LAST_ASCII = 0x7F;
  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder value = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(8);

  void append(char[] text, int start, int end) {
    endBytes();
    value.append(text, start, end - start);
  }

  void append(char c) {
    endBytes();
    value.append(c);
  }

  /** Appends a byte; consecutive bytes are decoded as UTF-8. */
  void appendByte(int number) {
    if (number > LAST_ASCII) {
      bytes.write(number);
    } else {
      append((char) number);
    }
  }

  /** Appends the code point of {@code \}{@code u{…}}, which is not always a character. */
  void appendCodePoint(long number) {
    endBytes();
    boolean surrogate = number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE;
    value.appendCodePoint(
        surrogate || number > Character.MAX_CODE_POINT ? REPLACEMENT : (int) number);
  }

  private void endBytes() {
    if (bytes.size() > 0) {
      value.append(bytes.toString(StandardCharsets.UTF_8));
      bytes.reset();
    }
  }

  @Override
  public String toString() {
    endBytes();
    return value.toString();
  }
}
