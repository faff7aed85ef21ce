package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;

/** Reads expressions. */
final class ExpressionParser {
  private final TokenReader reader;
  private final Problems problems;
  private final NestingLimits levels;
  private final Scopes scopes;
  private final FunctionParser functions;
  private final TableParser tables;

  ExpressionParser(
      TokenReader reader,
      Problems problems,
      NestingLimits levels,
      Scopes scopes,
      FunctionParser functions) {
    this.reader = reader;
    this.problems = problems;
    this.levels = levels;
    this.scopes = scopes;
    this.functions = functions;
    this.tables = new TableParser(reader, scopes, this);
  }

  /** Reads one or more expressions, separated by commas. */
  ImmutableList<Expression> list() {
    return list(0);
  }

  /**
   * Reads a list whose last value is used at once if the list has as many values as there are
   * targets.
   */
  ImmutableList<Expression> list(int targets) {
    Expression first = expression();
    if (reader.kind() != TokenKind.COMMA) {
      if (targets != 1) {
        holdLast();
      }
      return ImmutableList.of(first);
    }
    ImmutableList.Builder<Expression> list = ImmutableList.builder();
    list.add(first);
    int count = 1;
    while (reader.accept(TokenKind.COMMA)) {
      scopes.hold(1, reader.position());
      list.add(expression());
      count++;
    }
    if (targets != count) {
      holdLast();
    }
    scopes.release(count - 1);
    return list.build();
  }

  /** Counts the last value, after which all values are held. */
  void holdLast() {
    scopes.hold(1, reader.position());
    scopes.release(1);
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
      int held = Registers.held(left, operator);
      scopes.hold(held, reader.position());
      Expression right = expression(operator.right());
      if (operator == BinaryOperator.CONCATENATE) {
        holdLast();
      }
      scopes.release(held);
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
      case OPEN_BRACE -> tables.read();
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
      problems.add(position, "'...' in a function that is not variadic", Versions.ALL);
    }
    return atom(new Expression.Varargs(position));
  }

  /** Reads a variable or a parenthesis and the fields and calls that follow it. */
  Expression suffixed() {
    Expression expression = primary();
    while (true) {
      switch (reader.kind()) {
        case DOT -> {
          reader.advance();
          expression = index(expression, nameAsText());
        }
        case OPEN_BRACKET -> {
          int held = Registers.held(expression);
          scopes.hold(held, reader.position());
          expression = index(expression, bracketed());
          scopes.release(held);
        }
        case COLON -> {
          reader.advance();
          expression = methodCall(expression, nameAsText());
        }
        case OPEN_PARENTHESIS, STRING, OPEN_BRACE -> expression = call(expression);
        default -> {
          return expression;
        }
      }
    }
  }

  private Expression index(Expression object, Expression key) {
    return new Expression.Index(object.position(), reader.endBefore(), object, key);
  }

  private Expression methodCall(Expression object, Expression.Text method) {
    ImmutableList<Expression> arguments = arguments(2);
    return new Expression.MethodCall(
        object.position(), reader.endBefore(), object, method, arguments);
  }

  private Expression call(Expression function) {
    ImmutableList<Expression> arguments = arguments(1);
    return new Expression.Call(function.position(), reader.endBefore(), function, arguments);
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

  /** The variable of the name that was just read. */
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

  /** Reads a key in brackets. */
  Expression bracketed() {
    reader.advance();
    Expression key = expression();
    reader.expect(TokenKind.CLOSE_BRACKET);
    return key;
  }

  /** Reads the arguments of a callee that itself holds the given number of registers. */
  private ImmutableList<Expression> arguments(int called) {
    scopes.hold(called, reader.position());
    ImmutableList<Expression> arguments = arguments();
    scopes.release(called);
    return arguments;
  }

  private ImmutableList<Expression> arguments() {
    LuaPosition position = reader.position();
    switch (reader.kind()) {
      case STRING -> {
        return ImmutableList.of(atom(new Expression.Text(position, reader.string())));
      }
      case OPEN_BRACE -> {
        return ImmutableList.of(tables.read());
      }
      case OPEN_PARENTHESIS -> {
        if (!reader.beginsLine() || tables.hasLookedBeyond(reader.at() - 1)) {
          break;
        }
        problems.add(
            position,
            "ambiguous '(' on a new line: it could be a call or begin a new statement",
            Versions.V5_1);
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
}
