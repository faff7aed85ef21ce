package io.prosodykit.lua;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Moves through tokens, one of which is the current one. */
final class TokenReader {
  /** One less than what is kept, so that the previous token is kept as well. */
  private static final int FAR = Tokens.KEPT - 1;

  private final Lexer lexer;
  private final Tokens tokens;
  private final String source;
  private final Problems problems;
  private int at;
  private TokenKind kind;

  /** Where the current token begins, once it has been computed. */
  private @Nullable LuaPosition position;

  TokenReader(Lexer lexer, String source, Problems problems) {
    this.lexer = lexer;
    this.tokens = lexer.tokens();
    this.source = source;
    this.problems = problems;
    this.kind = kindOf(0);
  }

  /** The kind of a token, which is read if necessary; after the last one, the end of the source. */
  private TokenKind kindOf(int token) {
    while (tokens.size() <= token) {
      lexer.scan();
    }
    return tokens.kind(token);
  }

  /** The kind of the current token. */
  TokenKind kind() {
    return kind;
  }

  /** The kind of the token that follows. */
  TokenKind next() {
    return kindOf(at + 1);
  }

  /** The number of the current token. */
  int at() {
    return at;
  }

  /** Moves to the next token; stays at the last one. */
  void advance() {
    if (kind != TokenKind.END_OF_SOURCE) {
      kind = kindOf(++at);
      position = null;
    }
  }

  /** Skips the current token if it is of this kind. */
  boolean accept(TokenKind wanted) {
    if (kind != wanted) {
      return false;
    }
    advance();
    return true;
  }

  /**
   * Skips a token of this kind.
   *
   * @throws StatementAborted if the current token is something else
   */
  void expect(TokenKind wanted) {
    if (!accept(wanted)) {
      throw missing("'" + wanted + "'");
    }
  }

  /** Reports that something else is expected here. */
  StatementAborted missing(String wanted) {
    problems.add(position(), "expected " + wanted + " but found " + found(), Versions.ALL);
    return new StatementAborted();
  }

  /** Describes the current token. */
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

  /** The line on which the current token begins. */
  int line() {
    return tokens.line(at);
  }

  /** The line on which the previous token ends. */
  int lineBefore() {
    return at == 0 ? 1 : tokens.endLine(at - 1);
  }

  /** Where the previous token ends, after its last character. */
  LuaPosition endBefore() {
    int before = at - 1;
    int start = tokens.start(before);
    int end = tokens.end(before);
    int line = tokens.endLine(before);
    int column = tokens.column(before);
    if (line != tokens.line(before)) {
      // a string that spans several lines
      start = 1 + Math.max(source.lastIndexOf('\n', end - 1), source.lastIndexOf('\r', end - 1));
      column = 1;
    }
    return new LuaPosition(line, column + source.codePointCount(start, end));
  }

  /** Whether the current token is the first on its line. */
  boolean beginsLine() {
    return at == 0 || line() != lineBefore();
  }

  /** The distance of a token that follows soon on the same line, or -1 if there is none. */
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

  /** The current token as it is written. */
  String text() {
    return source.substring(tokens.start(at), tokens.end(at));
  }

  /** The value of the current string. */
  String string() {
    return (String) Objects.requireNonNull(tokens.value(at));
  }

  /** Whether the current token is a name, at least in some version. */
  boolean atName() {
    return kind == TokenKind.NAME || kind == TokenKind.GOTO;
  }

  /**
   * Skips a name.
   *
   * @throws StatementAborted if the current token is something else
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
