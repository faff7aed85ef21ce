package io.prosodykit.catalog;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 (RFC 3629) strictly: every sequence that is none becomes a problem. */
final class Utf8 {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /** The text without a leading byte order mark; what is not UTF-8 stands as U+FFFD in it. */
  static String decode(byte[] bytes, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isUnderflow()) {
        break;
      }
      report(bytes[in.position()], out, problems);
      in.position(in.position() + result.length());
      out.put(REPLACEMENT);
    }
    out.flip();
    if (out.hasRemaining() && out.charAt(0) == BYTE_ORDER_MARK) {
      out.get();
    }
    return out.toString();
  }

  private static void report(byte wrong, CharBuffer before, Problems problems) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < before.position(); i++) {
      boolean newline = before.get(i) == '\n';
      line += newline ? 1 : 0;
      column = newline ? 1 : column + 1;
    }
    problems.add(
        "",
        line,
        column,
        String.format("the byte 0x%02X is not UTF-8 here; save the file as UTF-8", wrong & 0xFF));
  }
}
