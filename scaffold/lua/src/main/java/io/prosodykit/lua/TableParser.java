package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;

/** Reads table constructors. */
final class TableParser {
  private static final int VALUES_STORED_AT_ONCE = 50;

  private final TokenReader reader;
  private final Scopes scopes;
  private final ExpressionParser expressions;

  /** The name after which Lua 5.1 has looked ahead. */
  private int lookedBeyond = -1;

  TableParser(TokenReader reader, Scopes scopes, ExpressionParser expressions) {
    this.reader = reader;
    this.scopes = scopes;
    this.expressions = expressions;
  }

  /** Whether Lua 5.1 has looked beyond a token, and so does not notice a line end after it. */
  boolean hasLookedBeyond(int token) {
    return token == lookedBeyond;
  }

  Expression read() {
    LuaPosition position = reader.position();
    reader.advance();
    ImmutableList.Builder<TableField> fields = ImmutableList.builder();
    int held = 1;
    scopes.hold(1, position);
    boolean positional = false;
    while (reader.kind() != TokenKind.CLOSE_BRACE) {
      if (positional) {
        held = store(held);
      }
      TableField field = field();
      positional = field instanceof TableField.Positional;
      fields.add(field);
      if (!reader.accept(TokenKind.COMMA) && !reader.accept(TokenKind.SEMICOLON)) {
        break;
      }
    }
    if (positional) {
      expressions.holdLast();
    }
    scopes.release(held);
    reader.expect(TokenKind.CLOSE_BRACE);
    return new Expression.Table(position, fields.build());
  }

  /** Holds one more value of a table, and stores all held values once there are enough. */
  private int store(int held) {
    scopes.hold(1, reader.position());
    if (held < VALUES_STORED_AT_ONCE) {
      return held + 1;
    }
    scopes.release(held);
    return 1;
  }

  private TableField field() {
    LuaPosition position = reader.position();
    if (reader.atName() && reader.next() == TokenKind.ASSIGN) {
      return keyed(position, expressions.nameAsText());
    }
    if (reader.kind() == TokenKind.OPEN_BRACKET) {
      return keyed(position, expressions.bracketed());
    }
    if (reader.atName()) {
      lookedBeyond = reader.at();
    }
    return new TableField.Positional(position, expressions.expression());
  }

  private TableField keyed(LuaPosition position, Expression key) {
    reader.expect(TokenKind.ASSIGN);
    int held = Registers.held(key);
    scopes.hold(held, position);
    TableField field = new TableField.Keyed(position, key, expressions.expression());
    scopes.release(held);
    return field;
  }
}
