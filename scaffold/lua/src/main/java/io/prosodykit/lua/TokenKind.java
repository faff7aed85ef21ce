package io.prosodykit.lua;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of tokens. */
enum TokenKind {
  END_OF_SOURCE("the end of the source"),
  /** A character that does not begin a token. */
  UNKNOWN("a character"),
  NAME("a name"),
  STRING("a string"),
  NUMBER("a number"),

  AND("and", BinaryOperator.AND),
  BREAK("break"),
  DO("do"),
  ELSE("else"),
  ELSEIF("elseif"),
  END("end"),
  FALSE("false"),
  FOR("for"),
  FUNCTION("function"),
  /** A keyword since Lua 5.2, a name in Lua 5.1. */
  GOTO("goto"),
  IF("if"),
  IN("in"),
  LOCAL("local"),
  NIL("nil"),
  NOT("not"),
  OR("or", BinaryOperator.OR),
  REPEAT("repeat"),
  RETURN("return"),
  THEN("then"),
  TRUE("true"),
  UNTIL("until"),
  WHILE("while"),

  PLUS("+", BinaryOperator.ADD),
  MINUS("-", BinaryOperator.SUBTRACT),
  STAR("*", BinaryOperator.MULTIPLY),
  SLASH("/", BinaryOperator.DIVIDE),
  DOUBLE_SLASH("//", BinaryOperator.FLOOR_DIVIDE),
  PERCENT("%", BinaryOperator.MODULO),
  CARET("^", BinaryOperator.POWER),
  HASH("#"),
  AMPERSAND("&", BinaryOperator.BITWISE_AND),
  TILDE("~", BinaryOperator.BITWISE_XOR),
  BAR("|", BinaryOperator.BITWISE_OR),
  SHIFT_LEFT("<<", BinaryOperator.SHIFT_LEFT),
  SHIFT_RIGHT(">>", BinaryOperator.SHIFT_RIGHT),
  EQUAL("==", BinaryOperator.EQUAL),
  UNEQUAL("~=", BinaryOperator.UNEQUAL),
  AT_MOST("<=", BinaryOperator.AT_MOST),
  AT_LEAST(">=", BinaryOperator.AT_LEAST),
  LESS("<", BinaryOperator.LESS),
  GREATER(">", BinaryOperator.GREATER),
  ASSIGN("="),
  OPEN_PARENTHESIS("("),
  CLOSE_PARENTHESIS(")"),
  OPEN_BRACE("{"),
  CLOSE_BRACE("}"),
  OPEN_BRACKET("["),
  CLOSE_BRACKET("]"),
  DOUBLE_COLON("::"),
  SEMICOLON(";"),
  COLON(":"),
  COMMA(","),
  DOT("."),
  CONCATENATE("..", BinaryOperator.CONCATENATE),
  ELLIPSIS("...");

  private static final Map<String, TokenKind> KEYWORDS = new HashMap<>();

  static {
    for (TokenKind kind : EnumSet.range(AND, WHILE)) {
      KEYWORDS.put(kind.text, kind);
    }
  }

  private final String text;
  private final @Nullable BinaryOperator binary;

  TokenKind(String text) {
    this(text, null);
  }

  TokenKind(String text, @Nullable BinaryOperator binary) {
    this.text = text;
    this.binary = binary;
  }

  /** The kind of a word: a keyword, or a name. */
  static TokenKind ofWord(String word) {
    return KEYWORDS.getOrDefault(word, NAME);
  }

  /** The keywords, sorted. */
  static ImmutableSet<String> keywords() {
    return ImmutableSortedSet.copyOf(KEYWORDS.keySet());
  }

  /** Its operator as a binary one. */
  @Nullable BinaryOperator binary() {
    return binary;
  }

  /** Whether no statement of the same block can follow. */
  boolean endsBlock() {
    return this == END || this == ELSE || this == ELSEIF || this == UNTIL || this == END_OF_SOURCE;
  }

  /** Prints it as it is written in source, or a description if that varies. */
  @Override
  public String toString() {
    return text;
  }
}
