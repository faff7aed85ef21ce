package io.prosodykit.lua;

import io.prosodykit.text.CharClass;

/** Reads strings in quotes. */
final class StringScanner implements TokenScanner {
  private static final int LARGEST_BYTE = 255;
  private static final int HEX = 16;

  private final SourceCursor cursor;
  private final Problems problems;
  private String value = "";

  StringScanner(SourceCursor cursor, Problems problems) {
    this.cursor = cursor;
    this.problems = problems;
  }

  @Override
  public TokenKind scan() {
    value = read();
    return TokenKind.STRING;
  }

  @Override
  public String value() {
    return value;
  }

  /** Skips the string that opens here and returns its value. */
  private String read() {
    char[] text = cursor.text;
    char quote = text[cursor.at];
    int start = cursor.at + 1;
    int at = start;
    while (text[at] != quote && text[at] != '\\' && !SourceCursor.isNewline(text[at])) {
      if (text[at] == 0 && at >= cursor.end) {
        break;
      }
      at++;
    }
    if (text[at] == quote) {
      cursor.at = at + 1;
      return new String(text, start, at - start);
    }
    return scanSlowly(start - 1, at);
  }

  private String scanSlowly(int opening, int clean) {
    LuaPosition opened = cursor.position(opening);
    char quote = cursor.text[opening];
    LiteralValue value = new LiteralValue();
    value.append(cursor.text, opening + 1, clean);
    cursor.at = clean;
    while (!cursor.atEnd() && !SourceCursor.isNewline(cursor.text[cursor.at])) {
      char c = cursor.text[cursor.at];
      if (c == quote) {
        cursor.at++;
        return value.toString();
      }
      if (c == '\\') {
        scanEscape(value);
      } else {
        value.append(c);
        cursor.at++;
      }
    }
    problems.add(opened, "unfinished string", Versions.ALL);
    return value.toString();
  }

  /** Skips a backslash and what belongs to it. */
  private void scanEscape(LiteralValue value) {
    int backslash = cursor.at++;
    if (cursor.atEnd()) {
      return;
    }
    char c = cursor.text[cursor.at];
    if (SourceCursor.isNewline(c)) {
      value.append('\n');
      cursor.endLine();
    } else if (CharClass.isDigit(c)) {
      scanDecimal(backslash, value);
    } else {
      cursor.at++;
      switch (c) {
        case 'a' -> value.append('\u0007');
        case 'b' -> value.append('\b');
        case 'f' -> value.append('\f');
        case 'n' -> value.append('\n');
        case 'r' -> value.append('\r');
        case 't' -> value.append('\t');
        case 'v' -> value.append('\u000B');
        case '\\', '"', '\'' -> value.append(c);
        case 'x' -> scanHex(backslash, value);
        case 'u' -> scanCodePoint(backslash, value);
        case 'z' -> skipSpace(backslash);
        default -> {
          value.append(c);
          refuse(backslash, Versions.SINCE_5_2);
        }
      }
    }
  }

  private void refuse(int backslash, int versions) {
    String written = new String(cursor.text, backslash, 2);
    problems.add(
        cursor.position(backslash), "not an escape sequence: " + Excerpt.of(written), versions);
  }

  private void scanDecimal(int backslash, LiteralValue value) {
    int number = 0;
    int end = cursor.at + 3;
    while (cursor.at < end && CharClass.isDigit(cursor.text[cursor.at])) {
      number = number * 10 + cursor.text[cursor.at++] - '0';
    }
    if (number > LARGEST_BYTE) {
      problems.add(
          cursor.position(backslash),
          "\\" + number + " is not a byte: write at most \\255",
          Versions.ALL);
    }
    value.appendByte(number);
  }

  private void scanHex(int backslash, LiteralValue value) {
    int high = Character.digit(cursor.text[cursor.at], HEX);
    int low = high < 0 ? -1 : Character.digit(cursor.text[cursor.at + 1], HEX);
    if (low < 0 || cursor.text[cursor.at] > 'f' || cursor.text[cursor.at + 1] > 'f') {
      refuse(backslash, Versions.SINCE_5_2);
      return;
    }
    value.appendByte(HEX * high + low);
    cursor.at += 2;
  }

  private void scanCodePoint(int backslash, LiteralValue value) {
    problems.add(cursor.position(backslash), "'\\u{…}' needs Lua 5.3", Versions.V5_2);
    char[] text = cursor.text;
    int first = text[cursor.at] == '{' ? cursor.at + 1 : cursor.end;
    int at = first;
    long number = 0;
    while (CharClass.isHexDigit(text[at])) {
      number = Math.min(number * HEX + Character.digit(text[at], HEX), Integer.MAX_VALUE + 1L);
      at++;
    }
    if (at == first || text[at] != '}') {
      refuse(backslash, Versions.SINCE_5_3);
      return;
    }
    if (number > Character.MAX_CODE_POINT) {
      int refusing = number > Integer.MAX_VALUE ? Versions.SINCE_5_3 : Versions.V5_3;
      problems.add(cursor.position(backslash), "the number in '\\u{…}' is too large", refusing);
    }
    value.appendCodePoint(number);
    cursor.at = at + 1;
  }

  private void skipSpace(int backslash) {
    boolean sameLine = true;
    LuaPosition position = cursor.position(backslash);
    while (CharClass.isSpace(cursor.text[cursor.at])) {
      if (SourceCursor.isNewline(cursor.text[cursor.at])) {
        sameLine = false;
        cursor.endLine();
      } else {
        cursor.at++;
      }
    }
    if (!sameLine) {
      problems.add(position, "'\\z' before a line end needs Lua 5.2", Versions.V5_1);
    }
  }
}
