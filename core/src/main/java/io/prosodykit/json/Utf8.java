package io.prosodykit.json;

import io.prosodykit.problem.DocumentException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 (RFC 3629) strictly: every invalid sequence becomes a problem. */
final class Utf8 {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final char REPLACEMENT = '\uFFFD';

  private final CharBuffer out;
  private final DocumentProblems problems;
  private int reported;
  private int counted;
  private int line = 1;
  private int column = 1;

  private Utf8(CharBuffer out, DocumentProblems problems) {
    this.out = out;
    this.problems = problems;
  }

  /** The text without a leading byte order mark, with U+FFFD in place of what is not UTF-8. */
  static CharBuffer decode(byte[] bytes, DocumentProblems problems) {
    CharBuffer out = CharBuffer.allocate(bytes.length);
    new Utf8(out, problems).decode(bytes);
    return withoutByteOrderMark(out.flip());
  }

  /** The text without a leading byte order mark. */
  static CharBuffer withoutByteOrderMark(CharBuffer text) {
    boolean marked = text.hasRemaining() && text.charAt(0) == BYTE_ORDER_MARK;
    return marked ? text.position(text.position() + 1) : text;
  }

  private void decode(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = decoder.decode(in, out, true);
    while (!result.isUnderflow()) {
      report(bytes[in.position()]);
      in.position(in.position() + result.length());
      out.put(REPLACEMENT);
      result = decoder.decode(in, out, true);
    }
  }

  /** Reports an invalid byte, up to the number of problems that are kept. */
  private void report(byte wrong) {
    if (reported == DocumentException.MAX_PROBLEMS) {
      problems.omit();
      return;
    }
    reported++;
    countLines();
    problems.add(
        "",
        line,
        column,
        String.format("the byte 0x%02X is not UTF-8 here; save the file as UTF-8", wrong & 0xFF));
  }

  /** Continues from where it stopped last, so that no character is counted twice. */
  private void countLines() {
    for (; counted < out.position(); counted++) {
      char c = out.get(counted);
      if (c == '\r' || (c == '\n' && (counted == 0 || out.get(counted - 1) != '\r'))) {
        line++;
        column = 1;
      } else if (c != '\n' && (c != BYTE_ORDER_MARK || counted > 0)) {
        column++;
      }
    }
  }
}
