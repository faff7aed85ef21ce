package io.prosodykit.lua;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goes through tokens with one of them at hand. */
final class TokenReader {
  /** So that the token before the one at hand is kept as well. */
  private static final int FAR = Tokens.KEPT - 1;

  private final Lexer lexer;
  private final Tokens tokens;
  private final String source;
  private final Problems problems;
  private int at;
  private TokenKind kind;

  /** Where the token at hand begins, once somebody has asked. */
  private @Nullable LuaPosition position;

  TokenReader(Lexer lexer, String source, Problems problems) {
    this.lexer = lexer;
    this.tokens = lexer.tokens();
    this.source = source;
    this.problems = problems;
    this.kind = kindOf(0);
  }

  /** The kind of a token that is perhaps not cut yet; behind the last come ends of the source. */
  private TokenKind kindOf(int token) {
    while (tokens.size() <= token) {
      lexer.scan();
    }
    return tokens.kind(token);
  }

  /** The kind of the token at hand. */
  TokenKind kind() {
    return kind;
  }

  /** The kind of the token that follows. */
  TokenKind next() {
    return kindOf(at + 1);
  }

  /** The number of the token at hand. */
  int at() {
    return at;
  }

  /** Goes on to the next token; the last one stays. */
  void advance() {
    if (kind != TokenKind.END_OF_SOURCE) {
      kind = kindOf(++at);
      position = null;
    }
  }

  /** Steps over a token of this kind, if that is what is at hand. */
  boolean accept(TokenKind wanted) {
    if (kind != wanted) {
      return false;
    }
    advance();
    return true;
  }

  /**
   * Steps over a token of this kind.
   *
   * @throws StatementAborted if something else is at hand
   */
  void expect(TokenKind wanted) {
    if (!accept(wanted)) {
      throw missing("'" + wanted + "'");
    }
  }

  /** Records that something else should be at hand. */
  StatementAborted missing(String wanted) {
    problems.add(position(), "expected " + wanted + " but found " + found(), Versions.ALL);
    return new StatementAborted();
  }

  /** Describes the token at hand. */
  String found() {
    return kind == TokenKind.END_OF_SOURCE ? kind.toString() : Excerpt.of(text());
  }

  LuaPosition position() {
    LuaPosition known = position;
    if (known == null) {
      known = new LuaPosition(tokens.line(at), tokens.column(at));
      position = known;
    }
    return known;
  }

  /** The line on which the token at hand begins. */
  int line() {
    return tokens.line(at);
  }

  /** The line on which the token before ends. */
  int lineBefore() {
    return at == 0 ? 1 : tokens.endLine(at - 1);
  }

  /** Where the token before ends, behind its last character. */
  LuaPosition endBefore() {
    int before = at - 1;
    int start = tokens.start(before);
    int end = tokens.end(before);
    int line = tokens.endLine(before);
    int column = tokens.column(before);
    if (line != tokens.line(before)) {
      // a string that goes over line ends
      start = 1 + Math.max(source.lastIndexOf('\n', end - 1), source.lastIndexOf('\r', end - 1));
      column = 1;
    }
    return new LuaPosition(line, column + source.codePointCount(start, end));
  }

  /** Whether the token at hand is the first on its line. */
  boolean beginsLine() {
    return at == 0 || line() != lineBefore();
  }

  /** How far away a token is that follows soon on the same line, or -1 if there is none. */
  int distanceOnLine(TokenKind wanted) {
    for (int i = at; i < at + FAR; i++) {
      TokenKind found = kindOf(i);
      if (found == TokenKind.END_OF_SOURCE || tokens.line(i) != lineBefore()) {
        break;
      }
      if (found == wanted) {
        return i - at;
      }
    }
    return -1;
  }

  /** The token at hand as it is written. */
  String text() {
    return source.substring(tokens.start(at), tokens.end(at));
  }

  /** The value of the string at hand. */
  String string() {
    return (String) Objects.requireNonNull(tokens.value(at));
  }

  /** Whether the token at hand is a name, at least for some version. */
  boolean atName() {
    return kind == TokenKind.NAME || kind == TokenKind.GOTO;
  }

  /**
   * Steps over a name.
   *
   * @throws StatementAborted if something else is at hand
   */
  Symbol name() {
    if (!atName()) {
      throw missing("a name");
    }
    if (kind == TokenKind.GOTO) {
      problems.add(position(), "'goto' is a keyword and cannot be a name", Versions.SINCE_5_2);
    }
    Symbol symbol = (Symbol) Objects.requireNonNull(tokens.value(at));
    advance();
    return symbol;
  }
}
