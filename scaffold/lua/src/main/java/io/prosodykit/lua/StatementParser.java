package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Reads statements without blocks, and delegates those with blocks to {@link ControlParser}. */
final class StatementParser {
  private final TokenReader reader;
  private final Problems problems;
  private final NestingLimits levels;
  private final Scopes scopes;
  private final ExpressionParser expressions;
  private final FunctionParser functions;
  private final ControlParser control;

  StatementParser(
      TokenReader reader,
      Problems problems,
      NestingLimits levels,
      Scopes scopes,
      BlockParser blocks,
      ExpressionParser expressions,
      FunctionParser functions) {
    this.reader = reader;
    this.problems = problems;
    this.levels = levels;
    this.scopes = scopes;
    this.expressions = expressions;
    this.functions = functions;
    this.control = new ControlParser(reader, levels, scopes, blocks, expressions);
  }

  /**
   * Reads a statement that is neither empty nor a label.
   *
   * @throws StatementAborted if there is none
   */
  Statement read() {
    levels.enterStatement();
    LuaPosition position = reader.position();
    Statement statement =
        switch (reader.kind()) {
          case IF -> control.branches(position);
          case WHILE -> control.whileLoop(position);
          case FOR -> control.forLoop(position);
          case REPEAT -> control.repeatLoop(position);
          case DO -> control.enclosed(position);
          case FUNCTION -> function(position);
          case LOCAL -> local(position);
          case RETURN -> returned(position);
          case BREAK -> broken(position);
          case GOTO -> atJump() ? jump(position) : assignmentOrCall(position);
          default -> assignmentOrCall(position);
        };
    levels.leaveStatement();
    return statement;
  }

  /** Whether the current token is {@code break} or {@code goto}. */
  boolean atJump() {
    return reader.kind() == TokenKind.BREAK
        || (reader.kind() == TokenKind.GOTO && reader.next() == TokenKind.NAME);
  }

  /** Reads a jump as the first statement after {@code then}. */
  Statement jumpAfterThen() {
    boolean breaks = reader.kind() == TokenKind.BREAK;
    levels.passJump(!breaks);
    return breaks ? broken(reader.position()) : jump(reader.position());
  }

  private Statement broken(LuaPosition position) {
    reader.advance();
    scopes.addBreak(position);
    return new Statement.Break(position);
  }

  private Statement jump(LuaPosition position) {
    problems.add(position, "'goto' needs Lua 5.2", Versions.V5_1);
    reader.advance();
    Symbol label = reader.name();
    scopes.addJump(label, position);
    return new Statement.Goto(position, label.name());
  }

  private Statement returned(LuaPosition position) {
    reader.advance();
    boolean none = reader.kind().endsBlock() || reader.kind() == TokenKind.SEMICOLON;
    return new Statement.Return(position, none ? ImmutableList.of() : expressions.list(1));
  }

  private Statement function(LuaPosition position) {
    reader.advance();
    LuaPosition place = reader.position();
    Expression target = expressions.variable(reader.name(), place);
    while (reader.accept(TokenKind.DOT)) {
      Expression.Text name = expressions.nameAsText();
      target = new Expression.Index(place, reader.endBefore(), target, name);
    }
    if (reader.accept(TokenKind.COLON)) {
      Expression.Text name = expressions.nameAsText();
      target = new Expression.Index(place, reader.endBefore(), target, name);
      return new Statement.Function(
          position, target, true, functions.methodBody(position, name.position()));
    }
    checkAssignable(target);
    return new Statement.Function(position, target, false, functions.body(position));
  }

  private Statement local(LuaPosition position) {
    reader.advance();
    if (reader.accept(TokenKind.FUNCTION)) {
      Binding binding = declared(reader.position(), reader.name(), LocalVariable.Attribute.NONE);
      scopes.activate(binding);
      return new Statement.LocalFunction(position, binding.variable, functions.body(position));
    }
    List<Binding> bindings = new ArrayList<>();
    do {
      LuaPosition place = reader.position();
      Symbol symbol = reader.name();
      bindings.add(declared(place, symbol, attribute(bindings)));
    } while (reader.accept(TokenKind.COMMA));
    ImmutableList<Expression> values =
        reader.accept(TokenKind.ASSIGN) ? expressions.list() : ImmutableList.of();
    ImmutableList.Builder<LocalVariable> variables =
        ImmutableList.builderWithExpectedSize(bindings.size());
    for (Binding binding : bindings) {
      scopes.activate(binding);
      variables.add(binding.variable);
    }
    return new Statement.Local(position, variables.build(), values);
  }

  private Binding declared(LuaPosition place, Symbol symbol, LocalVariable.Attribute attribute) {
    return scopes.declare(symbol, new LocalVariable(place, symbol.name(), attribute), false);
  }

  private LocalVariable.Attribute attribute(List<Binding> before) {
    LuaPosition position = reader.position();
    if (!reader.accept(TokenKind.LESS)) {
      return LocalVariable.Attribute.NONE;
    }
    problems.add(position, "attributes of variables need Lua 5.4", Versions.BEFORE_5_4);
    LuaPosition place = reader.position();
    String name = reader.name().name();
    reader.expect(TokenKind.GREATER);
    if (name.equals("const")) {
      return LocalVariable.Attribute.CONST;
    }
    if (!name.equals("close")) {
      problems.add(
          place,
          Excerpt.of(name) + " is not an attribute: write 'const' or 'close'",
          Versions.V5_4);
      return LocalVariable.Attribute.NONE;
    }
    if (before.stream().anyMatch(b -> b.variable.attribute() == LocalVariable.Attribute.CLOSE)) {
      problems.add(place, "a second variable to close in one statement", Versions.V5_4);
    }
    return LocalVariable.Attribute.CLOSE;
  }

  private Statement assignmentOrCall(LuaPosition position) {
    Expression first = expressions.suffixed();
    if (reader.kind() != TokenKind.ASSIGN && reader.kind() != TokenKind.COMMA) {
      if (first instanceof Expression.Call || first instanceof Expression.MethodCall) {
        return new Statement.Call(position, first);
      }
      throw reader.missing("'=' or the arguments of a call");
    }
    ImmutableList.Builder<Expression> targets = ImmutableList.builder();
    checkAssignable(first);
    targets.add(first);
    int count = 1;
    int held = hold(first);
    while (reader.accept(TokenKind.COMMA)) {
      Expression target = expressions.suffixed();
      checkAssignable(target);
      targets.add(target);
      held += hold(target);
      levels.enterTarget(count++);
    }
    reader.expect(TokenKind.ASSIGN);
    ImmutableList<Expression> values = expressions.list(count);
    levels.leaveTargets(count - 1);
    scopes.release(held);
    return new Statement.Assignment(position, targets.build(), values);
  }

  /** Holds the table and the key of a field until there is a value for it. */
  private int hold(Expression target) {
    if (!(target instanceof Expression.Index field)) {
      return 0;
    }
    int held = Registers.held(field.object()) + Registers.held(field.key());
    scopes.hold(held, reader.position());
    return held;
  }

  private void checkAssignable(Expression target) {
    if (target instanceof Expression.Local local) {
      if (local.variable().attribute() != LocalVariable.Attribute.NONE) {
        problems.add(
            target.position(),
            Excerpt.of(local.variable().name()) + " is constant and cannot be assigned",
            Versions.V5_4);
      }
    } else if (!(target instanceof Expression.Global) && !(target instanceof Expression.Index)) {
      problems.add(target.position(), "this is neither a variable nor a field", Versions.ALL);
    }
  }
}
