package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/** Cuts a source into tokens for all versions at once. */
final class Lexer {
  private final SourceCursor cursor;
  private final Problems problems;
  private final SymbolTable symbols = new SymbolTable();
  private final Tokens tokens = new Tokens();
  private final ImmutableList.Builder<LuaComment> comments = ImmutableList.builder();
  private final NumberScanner numbers;
  private final StringScanner strings;
  private final LongBracketScanner brackets;

  Lexer(String source, Problems problems) {
    this.cursor = new SourceCursor(source);
    this.problems = problems;
    this.numbers = new NumberScanner(cursor, problems);
    this.strings = new StringScanner(cursor, problems);
    this.brackets = new LongBracketScanner(cursor, problems);
  }

  /** Cuts the whole source. */
  Tokens scan() {
    skipMark();
    while (!cursor.atEnd()) {
      scanNext();
    }
    add(TokenKind.END_OF_SOURCE, 0);
    return tokens;
  }

  /** The words that {@link #scan} met. */
  SymbolTable symbols() {
    return symbols;
  }

  /** The comments that {@link #scan} met. */
  ImmutableList<LuaComment> comments() {
    return comments.build();
  }

  /** Steps over a byte order mark and over a first line that begins with {@code #}. */
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
    addComment(cursor.position(start), new String(text, start, cursor.at - start));
    if (!cursor.atEnd()) {
      cursor.at++;
      cursor.beginLine();
    }
  }

  private void addComment(LuaPosition position, String text) {
    comments.add(new LuaComment(position, text, cursor.line()));
  }

  private void scanNext() {
    char c = cursor.text[cursor.at];
    if (CharClass.isLetter(c)) {
      scanWord();
      return;
    }
    switch (c) {
      case '\n', '\r' -> cursor.endLine();
      case ' ', '\t', '\u000B', '\f' -> cursor.at++;
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> scanNumber();
      case '"', '\'' -> scanString();
      case '-' -> {
        if (next(1) == '-') {
          scanComment();
        } else {
          add(TokenKind.MINUS, 1);
        }
      }
      case '[' -> scanBracket();
      case '.' -> scanDots();
      default -> scanOperator(c);
    }
  }

  private char next(int distance) {
    int at = cursor.at + distance;
    return at < cursor.end ? cursor.text[at] : 0;
  }

  private void add(TokenKind kind, int length) {
    add(kind, length, Versions.NONE);
  }

  private void add(TokenKind kind, int length, int refusing) {
    int start = cursor.at;
    if (refusing != Versions.NONE) {
      problems.add(cursor.position(start), "no '" + kind + "' for these versions", refusing);
    }
    cursor.at += length;
    add(kind, start, cursor.line(), cursor.column(start), null);
  }

  private void add(TokenKind kind, int start, int line, int column, @Nullable Object value) {
    tokens.add(kind, start, cursor.at, line, column, value);
  }

  private void scanWord() {
    char[] text = cursor.text;
    int factor = symbols.factor();
    int start = cursor.at;
    int at = start;
    int hash = 0;
    do {
      hash = hash * factor + text[at++];
    } while (CharClass.isLetterOrDigit(text[at]));
    Symbol symbol = symbols.get(text, start, at, hash);
    cursor.at = at;
    add(symbol.kind(), start, cursor.line(), cursor.column(start), symbol);
  }

  private void scanNumber() {
    int start = cursor.at;
    int column = cursor.column(start);
    numbers.scan();
    add(TokenKind.NUMBER, start, cursor.line(), column, null);
  }

  private void scanString() {
    int start = cursor.at;
    int line = cursor.line();
    int column = cursor.column(start);
    String value = strings.scan();
    add(TokenKind.STRING, start, line, column, value);
    tokens.endLastOn(cursor.line());
  }

  private void scanBracket() {
    int level = brackets.level();
    if (level == LongBracketScanner.NO_BRACKET) {
      add(next(1) == '=' ? TokenKind.UNKNOWN : TokenKind.OPEN_BRACKET, 1);
      return;
    }
    int start = cursor.at;
    int line = cursor.line();
    int column = cursor.column(start);
    String value = LongBracketScanner.value(brackets.scan(level, "long string"));
    add(TokenKind.STRING, start, line, column, value);
    tokens.endLastOn(cursor.line());
  }

  private void scanComment() {
    LuaPosition position = cursor.position(cursor.at);
    cursor.at += 2;
    if (next(0) == '[') {
      int level = brackets.level();
      if (level != LongBracketScanner.NO_BRACKET) {
        addComment(position, brackets.scan(level, "long comment"));
        return;
      }
    }
    char[] text = cursor.text;
    int start = cursor.at;
    int at = start;
    while (at < cursor.end && !SourceCursor.isNewline(text[at])) {
      at++;
    }
    cursor.at = at;
    addComment(position, new String(text, start, at - start));
  }

  private void scanDots() {
    if (CharClass.isDigit(next(1))) {
      scanNumber();
    } else if (!isDot(1)) {
      add(TokenKind.DOT, 1);
    } else {
      int length = isDot(2) ? 3 : 2;
      boolean nul = next(1) == 0 || next(length - 1) == 0;
      add(
          length == 3 ? TokenKind.ELLIPSIS : TokenKind.CONCATENATE,
          length,
          nul ? Versions.SINCE_5_2 : Versions.NONE);
    }
  }

  /** Lua 5.1 takes a NUL behind a dot for another dot. */
  private boolean isDot(int distance) {
    char c = next(distance);
    return c == '.' || (c == 0 && cursor.at + distance < cursor.end);
  }

  private void scanOperator(char c) {
    switch (c) {
      case '+' -> add(TokenKind.PLUS, 1);
      case '*' -> add(TokenKind.STAR, 1);
      case '/' -> {
        if (next(1) == '/') {
          add(TokenKind.DOUBLE_SLASH, 2, Versions.BEFORE_5_3);
        } else {
          add(TokenKind.SLASH, 1);
        }
      }
      case '%' -> add(TokenKind.PERCENT, 1);
      case '^' -> add(TokenKind.CARET, 1);
      case '#' -> add(TokenKind.HASH, 1);
      case '&' -> add(TokenKind.AMPERSAND, 1, Versions.BEFORE_5_3);
      case '|' -> add(TokenKind.BAR, 1, Versions.BEFORE_5_3);
      case '~' -> {
        if (next(1) == '=') {
          add(TokenKind.UNEQUAL, 2);
        } else {
          add(TokenKind.TILDE, 1, Versions.BEFORE_5_3);
        }
      }
      case '<', '>', '=' -> scanComparison(c);
      case '(' -> add(TokenKind.OPEN_PARENTHESIS, 1);
      case ')' -> add(TokenKind.CLOSE_PARENTHESIS, 1);
      case '{' -> add(TokenKind.OPEN_BRACE, 1);
      case '}' -> add(TokenKind.CLOSE_BRACE, 1);
      case ']' -> add(TokenKind.CLOSE_BRACKET, 1);
      case ';' -> add(TokenKind.SEMICOLON, 1);
      case ',' -> add(TokenKind.COMMA, 1);
      case ':' -> {
        if (next(1) == ':') {
          add(TokenKind.DOUBLE_COLON, 2, Versions.V5_1);
        } else {
          add(TokenKind.COLON, 1);
        }
      }
      default ->
          add(
              TokenKind.UNKNOWN,
              Character.charCount(Character.codePointAt(cursor.text, cursor.at)));
    }
  }

  private void scanComparison(char c) {
    boolean less = c == '<';
    if (next(1) == '=') {
      add(less ? TokenKind.AT_MOST : c == '>' ? TokenKind.AT_LEAST : TokenKind.EQUAL, 2);
    } else if (c == '=') {
      add(TokenKind.ASSIGN, 1);
    } else if (next(1) == c) {
      add(less ? TokenKind.SHIFT_LEFT : TokenKind.SHIFT_RIGHT, 2, Versions.BEFORE_5_3);
    } else {
      add(less ? TokenKind.LESS : TokenKind.GREATER, 1);
    }
  }
}
