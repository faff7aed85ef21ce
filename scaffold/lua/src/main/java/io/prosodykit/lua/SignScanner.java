package io.prosodykit.lua;

import io.prosodykit.text.CharClass;

/** Reads operators and other symbols. */
final class SignScanner implements TokenScanner {
  private final SourceCursor cursor;
  private final Problems problems;
  private final NumberScanner numbers;

  /** A number can begin with a dot. */
  SignScanner(SourceCursor cursor, Problems problems, NumberScanner numbers) {
    this.cursor = cursor;
    this.problems = problems;
    this.numbers = numbers;
  }

  @Override
  public TokenKind scan() {
    char c = cursor.text[cursor.at];
    return c == '.' ? scanDots() : scanOperator(c);
  }

  private TokenKind scanOperator(char c) {
    TokenKind pair = Operators.pair(c, cursor.next(1));
    if (pair != null) {
      return sign(pair, 2, Operators.refusing(pair));
    }
    TokenKind single = Operators.single(c);
    int length =
        Character.isHighSurrogate(c)
            ? Character.charCount(Character.codePointAt(cursor.text, cursor.at))
            : 1;
    return sign(single, length, Operators.refusing(single));
  }

  private TokenKind scanDots() {
    if (CharClass.isDigit(cursor.next(1))) {
      return numbers.scan();
    } else if (!isDot(1)) {
      return sign(TokenKind.DOT, 1, Versions.NONE);
    }
    int length = isDot(2) ? 3 : 2;
    boolean nul = cursor.next(1) == 0 || cursor.next(length - 1) == 0;
    return sign(
        length == 3 ? TokenKind.ELLIPSIS : TokenKind.CONCATENATE,
        length,
        nul ? Versions.SINCE_5_2 : Versions.NONE);
  }

  /** Lua 5.1 reads a NUL after a dot as another dot. */
  private boolean isDot(int distance) {
    char c = cursor.next(distance);
    return c == '.' || (c == 0 && cursor.at + distance < cursor.end);
  }

  private TokenKind sign(TokenKind kind, int length, int refusing) {
    if (refusing != Versions.NONE) {
      String first =
          refusing == Versions.V5_1 ? "5.2" : refusing == Versions.BEFORE_5_3 ? "5.3" : "5.1";
      problems.add(cursor.position(cursor.at), "'" + kind + "' needs Lua " + first, refusing);
    }
    cursor.at += length;
    return kind;
  }
}
