package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import io.prosodykit.text.CharClass;

/** Splits source into tokens for all versions at once, one by one on demand. */
final class Lexer {
  private final SourceCursor cursor;
  private final Problems problems;
  private final Tokens tokens = new Tokens();
  private final WordScanner words;
  private final NumberScanner numbers;
  private final StringScanner strings;
  private final MinusScanner minuses;
  private final BracketScanner brackets;
  private final SignScanner signs;

  Lexer(String source, Problems problems) {
    this.cursor = new SourceCursor(source);
    this.problems = problems;
    LongBracketScanner longBrackets = new LongBracketScanner(cursor, problems);
    this.words = new WordScanner(cursor);
    this.numbers = new NumberScanner(cursor, problems);
    this.strings = new StringScanner(cursor, problems);
    this.minuses = new MinusScanner(cursor, longBrackets);
    this.brackets = new BracketScanner(cursor, longBrackets);
    this.signs = new SignScanner(cursor, problems, numbers);
    skipMark();
  }

  /** The tokens that were read. */
  Tokens tokens() {
    return tokens;
  }

  /** Reads the next token; after the last one, the end of the source. */
  void scan() {
    char[] text = cursor.text;
    while (!cursor.atEnd()) {
      char c = text[cursor.at];
      if (SourceCursor.isNewline(c)) {
        cursor.endLine();
      } else if (CharClass.isSpace(c)) {
        cursor.at++;
      } else if (addToken(scanner(c))) {
        return;
      }
    }
    int line = cursor.line();
    tokens.add(
        TokenKind.END_OF_SOURCE, cursor.at, cursor.at, line, cursor.column(cursor.at), line, null);
  }

  /** The words that were read. */
  SymbolTable symbols() {
    return words.symbols();
  }

  /** The comments that were read. */
  ImmutableList<LuaComment> comments() {
    return minuses.comments();
  }

  /** Skips a byte order mark and a first line that begins with {@code #}. */
  private void skipMark() {
    char[] text = cursor.text;
    if (text[0] == '\uFEFF') {
      problems.add(cursor.position(0), "a byte order mark", Versions.V5_1);
      cursor.at++;
      cursor.restartColumns();
    }
    if (text[cursor.at] != '#') {
      return;
    }
    int start = cursor.at;
    while (!cursor.atEnd() && text[cursor.at] != '\n') {
      cursor.at++;
    }
    minuses.add(cursor.position(start), new String(text, start, cursor.at - start));
    if (!cursor.atEnd()) {
      cursor.at++;
      cursor.beginLine();
    }
  }

  private TokenScanner scanner(char first) {
    if (CharClass.isLetter(first)) {
      return words;
    }
    return switch (first) {
      case '"', '\'' -> strings;
      case '-' -> minuses;
      case '[' -> brackets;
      default -> CharClass.isDigit(first) ? numbers : signs;
    };
  }

  /** Adds the token that begins here, unless it is a comment. */
  private boolean addToken(TokenScanner scanner) {
    int start = cursor.at;
    int line = cursor.line();
    int column = cursor.column(start);
    TokenKind kind = scanner.scan();
    if (kind == null) {
      return false;
    }
    tokens.add(kind, start, cursor.at, line, column, cursor.line(), scanner.value());
    return true;
  }
}
