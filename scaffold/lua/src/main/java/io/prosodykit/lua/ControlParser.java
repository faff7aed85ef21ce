package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Reads statements that contain blocks. */
final class ControlParser {
  /** A loop has three hidden variables. */
  private static final int HIDDEN = 3;

  private final TokenReader reader;
  private final NestingLimits levels;
  private final Scopes scopes;
  private final BlockParser blocks;
  private final ExpressionParser expressions;

  ControlParser(
      TokenReader reader,
      NestingLimits levels,
      Scopes scopes,
      BlockParser blocks,
      ExpressionParser expressions) {
    this.reader = reader;
    this.levels = levels;
    this.scopes = scopes;
    this.blocks = blocks;
    this.expressions = expressions;
  }

  Statement enclosed(LuaPosition position) {
    reader.advance();
    Block block = scoped(false);
    blocks.close(TokenKind.END, "do", position);
    return new Statement.Do(position, block);
  }

  private Block scoped(boolean loop) {
    scopes.openBlock(loop);
    Block block = blocks.read(BlockParser.END);
    scopes.closeBlock();
    return block;
  }

  Statement branches(LuaPosition position) {
    ImmutableList.Builder<IfBranch> branches = ImmutableList.builder();
    do {
      LuaPosition begin = reader.position();
      reader.advance();
      Expression condition = condition(TokenKind.THEN);
      scopes.openBlock(false);
      Block block = blocks.readAfterThen();
      scopes.closeBlock();
      branches.add(new IfBranch(begin, condition, block));
    } while (reader.kind() == TokenKind.ELSEIF);
    Block otherwise =
        reader.accept(TokenKind.ELSE)
            ? scoped(false)
            : new Block(reader.position(), ImmutableList.of());
    blocks.close(TokenKind.END, "if", position);
    return new Statement.If(position, branches.build(), otherwise);
  }

  Statement whileLoop(LuaPosition position) {
    reader.advance();
    Expression condition = condition(TokenKind.DO);
    Block block = scoped(true);
    blocks.close(TokenKind.END, "while", position);
    return new Statement.While(position, condition, block);
  }

  Statement repeatLoop(LuaPosition position) {
    reader.advance();
    scopes.openBlock(true);
    Block block = blocks.read(BlockParser.UNTIL);
    blocks.close(TokenKind.UNTIL, "repeat", position);
    Expression condition = expressions.expression();
    scopes.closeBlock();
    return new Statement.Repeat(position, block, condition);
  }

  Statement forLoop(LuaPosition position) {
    reader.advance();
    scopes.openBlock(true);
    List<LocalVariable> variables = new ArrayList<>();
    List<Symbol> symbols = new ArrayList<>();
    ImmutableList<Expression> values = ImmutableList.of();
    boolean numeric = false;
    Checkpoint checkpoint = new Checkpoint(levels, scopes);
    try {
      variable(variables, symbols);
      numeric = reader.kind() == TokenKind.ASSIGN;
      values = numeric ? range() : iterated(variables, symbols);
      reader.expect(TokenKind.DO);
    } catch (StatementAborted b) {
      checkpoint.restore();
      blocks.skipOnLine(TokenKind.DO);
    }
    scopes.addHidden(HIDDEN, numeric ? 0 : 1, position);
    for (int i = 0; i < variables.size(); i++) {
      scopes.activate(scopes.declare(symbols.get(i), variables.get(i), false));
    }
    Block block = blocks.read(BlockParser.END);
    scopes.closeBlock();
    blocks.close(TokenKind.END, "for", position);
    return numeric
        ? new Statement.NumericFor(position, variables.get(0), values, block)
        : new Statement.GenericFor(position, ImmutableList.copyOf(variables), values, block);
  }

  private void variable(List<LocalVariable> variables, List<Symbol> symbols) {
    LuaPosition position = reader.position();
    Symbol symbol = reader.name();
    symbols.add(symbol);
    variables.add(new LocalVariable(position, symbol.name(), LocalVariable.Attribute.NONE));
  }

  private ImmutableList<Expression> range() {
    reader.advance();
    Expression first = expressions.expression();
    reader.expect(TokenKind.COMMA);
    Expression last = expressions.expression();
    return reader.accept(TokenKind.COMMA)
        ? ImmutableList.of(first, last, expressions.expression())
        : ImmutableList.of(first, last);
  }

  private ImmutableList<Expression> iterated(List<LocalVariable> variables, List<Symbol> symbols) {
    while (reader.accept(TokenKind.COMMA)) {
      variable(variables, symbols);
    }
    reader.expect(TokenKind.IN);
    return expressions.list();
  }

  /** Reads the condition of a statement and the keyword after it. */
  private Expression condition(TokenKind closer) {
    LuaPosition position = reader.position();
    Checkpoint checkpoint = new Checkpoint(levels, scopes);
    try {
      Expression condition = expressions.expression();
      reader.expect(closer);
      return condition;
    } catch (StatementAborted b) {
      checkpoint.restore();
      blocks.skipOnLine(closer);
      return new Expression.Broken(position);
    }
  }
}
