package io.prosodykit.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Turns the bytes of a file into text. */
public final class SourceBytes {
  private static final char REPLACEMENT = '\uFFFD';
  private static final String MARK_IN_LATIN_1 = "\u00EF\u00BB\u00BF";

  private SourceBytes() {}

  /**
   * Reads UTF-8; if the bytes are not UTF-8, all of them are read as ISO 8859-1, except a byte
   * order mark.
   *
   * @param bytes the contents of a file
   * @return the text
   */
  public static String decode(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) < 0 || isUtf8(bytes)) {
      return text;
    }
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    return latin.startsWith(MARK_IN_LATIN_1)
        ? "\uFEFF" + latin.substring(MARK_IN_LATIN_1.length())
        : latin;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
