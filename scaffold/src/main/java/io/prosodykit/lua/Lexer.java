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

  /** What belongs to the token at hand: the symbol of a word, the text of a string. */
  private @Nullable Object value;

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
    int line = cursor.line();
    tokens.add(
        TokenKind.END_OF_SOURCE, cursor.at, cursor.at, line, cursor.column(cursor.at), line, null);
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
    if (SourceCursor.isNewline(c)) {
      cursor.endLine();
    } else if (CharClass.isSpace(c)) {
      cursor.at++;
    } else {
      int start = cursor.at;
      int line = cursor.line();
      int column = cursor.column(start);
      value = null;
      TokenKind kind = CharClass.isLetter(c) ? scanWord() : scanOther(c);
      if (kind != null) {
        tokens.add(kind, start, cursor.at, line, column, cursor.line(), value);
      }
    }
  }

  /** Steps over a word, which becomes the {@link #value}. */
  private TokenKind scanWord() {
    int start = cursor.at;
    cursor.at = CharClass.endOfWord(cursor.text, start);
    Symbol symbol = symbols.get(cursor.text, start, cursor.at);
    value = symbol;
    return symbol.kind();
  }

  /** Steps over a token that is no word, or over a comment, which is none. */
  private @Nullable TokenKind scanOther(char c) {
    return switch (c) {
      case '"', '\'' -> {
        value = strings.scan();
        yield TokenKind.STRING;
      }
      case '-' -> next(1) == '-' ? scanComment() : scanOperator(c);
      case '[' -> scanBracket();
      case '.' -> scanDots();
      default -> CharClass.isDigit(c) ? scanNumber() : scanOperator(c);
    };
  }

  private char next(int distance) {
    int at = cursor.at + distance;
    return at < cursor.end ? cursor.text[at] : 0;
  }

  private TokenKind scanNumber() {
    numbers.scan();
    return TokenKind.NUMBER;
  }

  private TokenKind scanBracket() {
    int level = brackets.level();
    if (level == LongBracketScanner.NO_BRACKET) {
      return sign(next(1) == '=' ? TokenKind.UNKNOWN : TokenKind.OPEN_BRACKET, 1, Versions.NONE);
    }
    value = LongBracketScanner.value(brackets.scan(level, "long string"));
    return TokenKind.STRING;
  }

  private TokenKind sign(TokenKind kind, int length, int refusing) {
    if (refusing != Versions.NONE) {
      problems.add(cursor.position(cursor.at), "no '" + kind + "' for these versions", refusing);
    }
    cursor.at += length;
    return kind;
  }

  private @Nullable TokenKind scanComment() {
    LuaPosition position = cursor.position(cursor.at);
    cursor.at += 2;
    if (next(0) == '[') {
      int level = brackets.level();
      if (level != LongBracketScanner.NO_BRACKET) {
        addComment(position, brackets.scan(level, "long comment"));
        return null;
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
    return null;
  }

  private TokenKind scanDots() {
    if (CharClass.isDigit(next(1))) {
      return scanNumber();
    } else if (!isDot(1)) {
      return sign(TokenKind.DOT, 1, Versions.NONE);
    }
    int length = isDot(2) ? 3 : 2;
    boolean nul = next(1) == 0 || next(length - 1) == 0;
    return sign(
        length == 3 ? TokenKind.ELLIPSIS : TokenKind.CONCATENATE,
        length,
        nul ? Versions.SINCE_5_2 : Versions.NONE);
  }

  /** Lua 5.1 takes a NUL behind a dot for another dot. */
  private boolean isDot(int distance) {
    char c = next(distance);
    return c == '.' || (c == 0 && cursor.at + distance < cursor.end);
  }

  private TokenKind scanOperator(char c) {
    TokenKind pair = Operators.pair(c, next(1));
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
}
