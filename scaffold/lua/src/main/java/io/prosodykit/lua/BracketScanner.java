package io.prosodykit.lua;

import org.jspecify.annotations.Nullable;

/** Reads what begins with a square bracket: the bracket itself, or a string in long brackets. */
final class BracketScanner implements TokenScanner {
  private final SourceCursor cursor;
  private final LongBracketScanner brackets;
  private @Nullable String value;

  BracketScanner(SourceCursor cursor, LongBracketScanner brackets) {
    this.cursor = cursor;
    this.brackets = brackets;
  }

  @Override
  public TokenKind scan() {
    int level = brackets.level();
    if (level == LongBracketScanner.NO_BRACKET) {
      value = null;
      cursor.at++;
      return cursor.next(0) == '=' ? TokenKind.UNKNOWN : TokenKind.OPEN_BRACKET;
    }
    value = LongBracketScanner.value(brackets.scan(level, "long string"));
    return TokenKind.STRING;
  }

  @Override
  public @Nullable String value() {
    return value;
  }
}
