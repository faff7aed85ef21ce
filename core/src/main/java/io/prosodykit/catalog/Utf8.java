package io.prosodykit.catalog;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 (RFC 3629) strictly: every sequence that is none becomes a problem. The bytes are
 * gone through twice, so that the text never stands in memory beside them.
 */
final class Utf8 {
  private static final int CHUNK = 8192;

  private final Problems problems;
  private int line = 1;
  private int column = 1;
  private char last;

  private Utf8(Problems problems) {
    this.problems = problems;
  }

  /** The text without a leading byte order mark; what is not UTF-8 stands as U+FFFD in it. */
  static Reader reader(byte[] bytes, Problems problems) {
    int start = startsWithByteOrderMark(bytes) ? 3 : 0;
    int length = bytes.length - start;
    new Utf8(problems).check(ByteBuffer.wrap(bytes, start, length));
    return new InputStreamReader(
        new ByteArrayInputStream(bytes, start, length), StandardCharsets.UTF_8);
  }

  private static boolean startsWithByteOrderMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private void check(ByteBuffer in) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(CHUNK);
    CoderResult result;
    do {
      result = decoder.decode(in, out.clear(), true);
      out.flip();
      while (out.hasRemaining()) {
        pass(out.get());
      }
      if (result.isMalformed()) {
        report(in.get(in.position()));
        in.position(in.position() + result.length());
        pass(decoder.replacement().charAt(0));
      }
    } while (!result.isUnderflow());
  }

  /** Counts as the JSON parser does: a line ends in LF, CR or CR LF. */
  private void pass(char c) {
    if (c == '\r' || (c == '\n' && last != '\r')) {
      line++;
      column = 1;
    } else if (c != '\n') {
      column++;
    }
    last = c;
  }

  private void report(byte wrong) {
    problems.add(
        line,
        column,
        () -> "",
        () ->
            String.format(
                "the byte 0x%02X is not UTF-8 here; save the file as UTF-8", wrong & 0xFF));
  }
}
