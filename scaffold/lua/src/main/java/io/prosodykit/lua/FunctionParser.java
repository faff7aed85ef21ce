package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Reads the parameters and bodies of functions. */
final class FunctionParser {
  private final TokenReader reader;
  private final Scopes scopes;
  private final Symbol self;
  private final BlockParser blocks;

  /** The anonymous functions of the current statements, in the order in which they ended. */
  private final List<FunctionBody> finished = new ArrayList<>();

  FunctionParser(TokenReader reader, Scopes scopes, Symbol self, BlockParser blocks) {
    this.reader = reader;
    this.scopes = scopes;
    this.self = self;
    this.blocks = blocks;
  }

  /** How many functions {@link #takeFinished} would return in all. */
  int finished() {
    return finished.size();
  }

  /** {@return the anonymous functions that ended after the first {@code since}} */
  ImmutableList<FunctionBody> takeFinished(int since) {
    ImmutableList<FunctionBody> taken =
        ImmutableList.copyOf(finished.subList(since, finished.size()));
    forgetFinished(since);
    return taken;
  }

  /** Forgets the anonymous functions that ended after the first {@code since}. */
  void forgetFinished(int since) {
    for (int i = finished.size() - 1; i >= since; i--) {
      finished.remove(i);
    }
  }

  /** Reads an anonymous function from its {@code function} keyword. */
  Expression anonymous() {
    LuaPosition position = reader.position();
    reader.advance();
    FunctionBody body = body(position);
    finished.add(body);
    return new Expression.Function(position, body);
  }

  /** Reads what follows the name of a function. */
  FunctionBody body(LuaPosition position) {
    return read(position, ImmutableList.builder());
  }

  /** Reads what follows the name of a method, whose position differs from that of the function. */
  FunctionBody methodBody(LuaPosition position, LuaPosition name) {
    ImmutableList.Builder<LocalVariable> parameters = ImmutableList.builder();
    parameters.add(new LocalVariable(name, self.name(), LocalVariable.Attribute.NONE));
    return read(position, parameters);
  }

  private FunctionBody read(LuaPosition position, ImmutableList.Builder<LocalVariable> parameters) {
    BlockScope back = scopes.block();
    scopes.openFunction();
    for (LocalVariable given : parameters.build()) {
      declare(self, given);
    }
    header(parameters);
    Block block = blocks.read(BlockParser.END);
    LuaPosition end = reader.position();
    blocks.close(TokenKind.END, "function", position);
    FunctionBody body =
        new FunctionBody(position, parameters.build(), scopes.function().variadic, block, end);
    scopes.closeFunction(back);
    return body;
  }

  private void declare(Symbol symbol, LocalVariable parameter) {
    scopes.activate(scopes.declare(symbol, parameter, true));
  }

  private void header(ImmutableList.Builder<LocalVariable> parameters) {
    try {
      reader.expect(TokenKind.OPEN_PARENTHESIS);
      if (!reader.accept(TokenKind.CLOSE_PARENTHESIS)) {
        parameters(parameters);
        reader.expect(TokenKind.CLOSE_PARENTHESIS);
      }
    } catch (StatementAborted b) {
      blocks.skipOnLine(TokenKind.CLOSE_PARENTHESIS);
    }
  }

  private void parameters(ImmutableList.Builder<LocalVariable> parameters) {
    do {
      LuaPosition position = reader.position();
      if (reader.accept(TokenKind.ELLIPSIS)) {
        scopes.makeVariadic(position);
        return;
      }
      Symbol symbol = reader.name();
      LocalVariable parameter =
          new LocalVariable(position, symbol.name(), LocalVariable.Attribute.NONE);
      parameters.add(parameter);
      declare(symbol, parameter);
    } while (reader.accept(TokenKind.COMMA));
  }
}
