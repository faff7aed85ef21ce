package io.prosodykit.lua;

import io.prosodykit.text.CharClass;

/**
 * Finds the end of a number. Each version first reads all characters that might belong to a number
 * and then refuses what is not one. They differ in what they read: {@code 3x} is a number and a
 * name for Lua 5.2 and 5.3 only, {@code 0xA..b} a concatenation for Lua 5.1 only.
 */
final class NumberScanner implements TokenScanner {
  private final SourceCursor cursor;
  private final Problems problems;

  NumberScanner(SourceCursor cursor, Problems problems) {
    this.cursor = cursor;
    this.problems = problems;
  }

  /** Skips a number that begins here with a digit, or with a dot and a digit. */
  @Override
  public TokenKind scan() {
    char[] text = cursor.text;
    int start = cursor.at;
    int plain = start;
    while (CharClass.isDigit(text[plain])) {
      plain++;
    }
    char behind = text[plain];
    if (plain > start && behind != '.' && behind != 0 && !CharClass.isLetterOrDigit(behind)) {
      cursor.at = plain;
    } else {
      scanAnyForm(start);
    }
    return TokenKind.NUMBER;
  }

  private void scanAnyForm(int start) {
    int old = endForOld(start);
    int recent = endForRecent(start);
    int nul = nulOrEnd(start, old);
    boolean goodForOld = isNumber(start, nul);
    boolean goodForRecent = isNumber(start, recent) && nul == old;
    int refusing = Versions.NONE;
    if (!goodForOld || (goodForRecent && old < recent)) {
      refusing |= Versions.V5_1;
    }
    if (!goodForRecent) {
      refusing |= Versions.SINCE_5_2;
    } else if (CharClass.isLetter(cursor.text[recent])) {
      refusing |= Versions.V5_4;
    }
    if (refusing != Versions.NONE) {
      String number = new String(cursor.text, start, Math.max(old, recent) - start);
      problems.add(cursor.position(start), "not a number: " + Excerpt.of(number), refusing);
    }
    cursor.at = goodForRecent ? recent : goodForOld ? old : Math.max(old, recent);
  }

  /** Lua 5.1 reads a NUL like an exponent mark and like a sign, but the number ends before it. */
  private int endForOld(int start) {
    char[] text = cursor.text;
    int at = start;
    while (CharClass.isDigit(text[at]) || text[at] == '.') {
      at++;
    }
    if (text[at] == 'e' || text[at] == 'E' || isNul(at)) {
      at++;
      if (text[at] == '+' || text[at] == '-' || isNul(at)) {
        at++;
      }
    }
    while (CharClass.isLetterOrDigit(text[at])) {
      at++;
    }
    return at;
  }

  private boolean isNul(int at) {
    return cursor.text[at] == 0 && at < cursor.end;
  }

  private int nulOrEnd(int start, int end) {
    int at = start;
    while (at < end && cursor.text[at] != 0) {
      at++;
    }
    return at;
  }

  private int endForRecent(int start) {
    char[] text = cursor.text;
    int at = text[start] == '.' ? start + 1 : start;
    boolean hex = text[at] == '0' && (text[at + 1] == 'x' || text[at + 1] == 'X');
    at += hex ? 2 : 1;
    while (true) {
      char c = text[at];
      if (isMark(c, hex)) {
        at = afterSign(at + 1);
      } else if (CharClass.isHexDigit(c) || c == '.') {
        at++;
      } else {
        return at;
      }
    }
  }

  private int afterSign(int at) {
    return cursor.text[at] == '+' || cursor.text[at] == '-' ? at + 1 : at;
  }

  /** Whether C's strtod accepts all of it. */
  private boolean isNumber(int start, int end) {
    char[] text = cursor.text;
    boolean hex = text[start] == '0' && (text[start + 1] == 'x' || text[start + 1] == 'X');
    int first = hex ? start + 2 : start;
    int at = afterDigits(first, end, hex);
    int digits = at - first;
    if (at < end && text[at] == '.') {
      int fraction = at + 1;
      at = afterDigits(fraction, end, hex);
      digits += at - fraction;
    }
    if (at < end && isMark(text[at], hex)) {
      int exponent = afterSign(at + 1);
      at = afterDigits(exponent, end, false);
      if (at == exponent) {
        return false;
      }
    }
    return digits > 0 && at == end;
  }

  private static boolean isMark(char c, boolean hex) {
    return hex ? c == 'p' || c == 'P' : c == 'e' || c == 'E';
  }

  private int afterDigits(int start, int end, boolean hex) {
    char[] text = cursor.text;
    int at = start;
    while (at < end && (hex ? CharClass.isHexDigit(text[at]) : CharClass.isDigit(text[at]))) {
      at++;
    }
    return at;
  }
}
