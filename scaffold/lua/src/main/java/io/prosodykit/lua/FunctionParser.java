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

  /** Functions without a name of the statements at hand, in the order in which they ended. */
  private final List<FunctionBody> finished = new ArrayList<>();

  FunctionParser(TokenReader reader, Scopes scopes, Symbol self, BlockParser blocks) {
    this.reader = reader;
    this.scopes = scopes;
    this.self = self;
    this.blocks = blocks;
  }

  /** How many functions {@link #takeFinished} would give from the first on. */
  int finished() {
    return finished.size();
  }

  /** Returns the functions without a name that ended since there were so many. */
  ImmutableList<FunctionBody> takeFinished(int since) {
    ImmutableList<FunctionBody> taken =
        ImmutableList.copyOf(finished.subList(since, finished.size()));
    forgetFinished(since);
    return taken;
  }

  /** Forgets the functions without a name that ended since there were so many. */
  void forgetFinished(int since) {
    for (int i = finished.size() - 1; i >= since; i--) {
      finished.remove(i);
    }
  }

  /** Reads a function without a name, with the {@code function} at hand. */
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

  /** Reads what follows the name of a method, which stands at a place of its own. */
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
