package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;

/** Reads expressions. */
final class ExpressionParser {
  private final TokenReader reader;
  private final Problems problems;
  private final Levels levels;
  private final Scopes scopes;
  private final FunctionParser functions;

  /** The name that Lua 5.1 has looked beyond, and so misses a line end behind it. */
  private int lookedBeyond = -1;

  ExpressionParser(
      TokenReader reader,
      Problems problems,
      Levels levels,
      Scopes scopes,
      FunctionParser functions) {
    this.reader = reader;
    this.problems = problems;
    this.levels = levels;
    this.scopes = scopes;
    this.functions = functions;
  }

  /** Reads one expression or more, with commas between them. */
  ImmutableList<Expression> list() {
    Expression first = expression();
    if (reader.kind() != TokenKind.COMMA) {
      return ImmutableList.of(first);
    }
    ImmutableList.Builder<Expression> list = ImmutableList.builder();
    list.add(first);
    while (reader.accept(TokenKind.COMMA)) {
      list.add(expression());
    }
    return list.build();
  }

  Expression expression() {
    return expression(0);
  }

  /** Reads an expression whose operators bind more tightly than the limit. */
  private Expression expression(int limit) {
    levels.enterExpression();
    Expression left = operand();
    BinaryOperator operator = reader.kind().binary();
    while (operator != null && operator.left() > limit) {
      reader.advance();
      Expression right = expression(operator.right());
      left = new Expression.Binary(left.position(), operator, left, right);
      operator = reader.kind().binary();
    }
    levels.leaveExpression();
    return left;
  }

  private Expression operand() {
    LuaPosition position = reader.position();
    return switch (reader.kind()) {
      case NOT -> unary(position, UnaryOperator.NOT);
      case MINUS -> unary(position, UnaryOperator.NEGATE);
      case HASH -> unary(position, UnaryOperator.LENGTH);
      case TILDE -> unary(position, UnaryOperator.BITWISE_NOT);
      case NUMBER -> atom(new Expression.Numeral(position, reader.text()));
      case STRING -> atom(new Expression.Text(position, reader.string()));
      case NIL -> atom(new Expression.Nil(position));
      case TRUE -> atom(new Expression.Bool(position, true));
      case FALSE -> atom(new Expression.Bool(position, false));
      case ELLIPSIS -> varargs(position);
      case OPEN_BRACE -> table();
      case FUNCTION -> functions.anonymous();
      default -> suffixed();
    };
  }

  private Expression unary(LuaPosition position, UnaryOperator operator) {
    reader.advance();
    return new Expression.Unary(position, operator, expression(UnaryOperator.PRIORITY));
  }

  private Expression atom(Expression atom) {
    reader.advance();
    return atom;
  }

  private Expression varargs(LuaPosition position) {
    if (!scopes.function().variadic) {
      problems.add(
          position, "'...' in a function whose parameters do not end with '...'", Versions.ALL);
    }
    return atom(new Expression.Varargs(position));
  }

  /** Reads a variable or a parenthesis and the fields and calls behind it. */
  Expression suffixed() {
    Expression expression = primary();
    while (true) {
      switch (reader.kind()) {
        case DOT -> {
          reader.advance();
          expression = new Expression.Index(expression.position(), expression, nameAsText());
        }
        case OPEN_BRACKET -> {
          expression = new Expression.Index(expression.position(), expression, bracketed());
        }
        case COLON -> {
          reader.advance();
          Expression.Text method = nameAsText();
          expression =
              new Expression.MethodCall(expression.position(), expression, method, arguments());
        }
        case OPEN_PARENTHESIS, STRING, OPEN_BRACE ->
            expression = new Expression.Call(expression.position(), expression, arguments());
        default -> {
          return expression;
        }
      }
    }
  }

  private Expression primary() {
    LuaPosition position = reader.position();
    if (reader.atName()) {
      return variable(reader.name(), position);
    }
    if (reader.accept(TokenKind.OPEN_PARENTHESIS)) {
      Expression inner = expression();
      reader.expect(TokenKind.CLOSE_PARENTHESIS);
      return new Expression.Parenthesized(position, inner);
    }
    throw reader.missing("an expression");
  }

  /** The variable of a name that was read just now. */
  Expression variable(Symbol symbol, LuaPosition position) {
    Binding binding = scopes.resolve(symbol, position);
    return binding == null
        ? new Expression.Global(position, symbol.name())
        : new Expression.Local(position, binding.variable);
  }

  /** Reads a name that is the key of a field. */
  Expression.Text nameAsText() {
    LuaPosition position = reader.position();
    return new Expression.Text(position, reader.name().name());
  }

  private Expression bracketed() {
    reader.advance();
    Expression key = expression();
    reader.expect(TokenKind.CLOSE_BRACKET);
    return key;
  }

  private ImmutableList<Expression> arguments() {
    LuaPosition position = reader.position();
    switch (reader.kind()) {
      case STRING -> {
        return ImmutableList.of(atom(new Expression.Text(position, reader.string())));
      }
      case OPEN_BRACE -> {
        return ImmutableList.of(table());
      }
      case OPEN_PARENTHESIS -> {
        if (!reader.beginsLine() || lookedBeyond == reader.at() - 1) {
          break;
        }
        problems.add(position, "'(' on a new line: a call, or a new statement?", Versions.V5_1);
      }
      default -> throw reader.missing("the arguments of a call");
    }
    reader.advance();
    if (reader.accept(TokenKind.CLOSE_PARENTHESIS)) {
      return ImmutableList.of();
    }
    ImmutableList<Expression> arguments = list();
    reader.expect(TokenKind.CLOSE_PARENTHESIS);
    return arguments;
  }

  private Expression table() {
    LuaPosition position = reader.position();
    reader.advance();
    ImmutableList.Builder<TableField> fields = ImmutableList.builder();
    while (reader.kind() != TokenKind.CLOSE_BRACE) {
      fields.add(field());
      if (!reader.accept(TokenKind.COMMA) && !reader.accept(TokenKind.SEMICOLON)) {
        break;
      }
    }
    reader.expect(TokenKind.CLOSE_BRACE);
    return new Expression.Table(position, fields.build());
  }

  private TableField field() {
    LuaPosition position = reader.position();
    if (reader.atName() && reader.next() == TokenKind.ASSIGN) {
      return keyed(position, nameAsText());
    }
    if (reader.kind() == TokenKind.OPEN_BRACKET) {
      return keyed(position, bracketed());
    }
    if (reader.atName()) {
      lookedBeyond = reader.at();
    }
    return new TableField.Positional(position, expression());
  }

  private TableField keyed(LuaPosition position, Expression key) {
    reader.expect(TokenKind.ASSIGN);
    return new TableField.Keyed(position, key, expression());
  }
}
