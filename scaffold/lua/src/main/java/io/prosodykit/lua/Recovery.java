package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** Reads statements, and finds where the next one may begin after a broken one. */
final class Recovery {
  private final TokenReader reader;
  private final NestingLimits levels;
  private final Scopes scopes;
  private final FunctionParser functions;
  private final StatementParser statements;

  Recovery(
      TokenReader reader,
      NestingLimits levels,
      Scopes scopes,
      FunctionParser functions,
      StatementParser statements) {
    this.reader = reader;
    this.levels = levels;
    this.scopes = scopes;
    this.functions = functions;
    this.statements = statements;
  }

  /** Reads a statement, or skips one that is broken. */
  Statement statement() {
    LuaPosition position = reader.position();
    int finished = functions.finished();
    int start = reader.at();
    Checkpoint checkpoint = new Checkpoint(levels, scopes);
    try {
      Statement statement = statements.read();
      functions.forgetFinished(finished);
      return statement;
    } catch (StatementAborted b) {
      checkpoint.restore();
      skipRefused(levels.takeRefusedBlocks());
      if (reader.at() == start) {
        skipOne();
      }
      skipRest();
      return new Statement.Broken(position, functions.takeFinished(finished));
    }
  }

  /** Reads a label and adds its name to the list, or skips one that is broken. */
  Statement label(List<Symbol> names) {
    LuaPosition position = reader.position();
    reader.advance();
    try {
      Symbol name = reader.name();
      reader.expect(TokenKind.DOUBLE_COLON);
      names.add(name);
      return new Statement.Label(position, name.name());
    } catch (StatementAborted b) {
      skipRest();
      return new Statement.Broken(position, ImmutableList.of());
    }
  }

  /** Skips what cannot begin a statement; functions in it are read. */
  private void skipRest() {
    while (!mayBeginStatement()) {
      skipOne();
    }
  }

  /**
   * Skips what is nested too deeply, up to the end of the given number of blocks and of the
   * enclosing one.
   */
  private void skipRefused(int blocks) {
    int depth = blocks;
    while (depth >= 0 && reader.kind() != TokenKind.END_OF_SOURCE) {
      switch (reader.kind()) {
        case DO, FUNCTION, IF, REPEAT -> depth++;
        case END, UNTIL -> depth--;
        case ELSE, ELSEIF -> depth = depth == 0 ? -1 : depth;
        default -> {}
      }
      if (depth >= 0) {
        reader.advance();
      }
    }
  }

  private boolean mayBeginStatement() {
    return switch (reader.kind()) {
      case END_OF_SOURCE, END, ELSE, ELSEIF, UNTIL -> true;
      case BREAK, DO, FOR, IF, LOCAL, REPEAT, RETURN, WHILE, DOUBLE_COLON, SEMICOLON -> true;
      case FUNCTION -> reader.next() == TokenKind.NAME;
      case NAME, GOTO, OPEN_PARENTHESIS -> reader.beginsLine();
      default -> false;
    };
  }

  private void skipOne() {
    if (reader.kind() != TokenKind.FUNCTION) {
      reader.advance();
      return;
    }
    Checkpoint checkpoint = new Checkpoint(levels, scopes);
    try {
      levels.enterStatement();
      levels.enterExpression();
      functions.anonymous();
      checkpoint.restore();
    } catch (StatementAborted b) {
      checkpoint.restore();
      skipRefused(Math.max(0, levels.takeRefusedBlocks()));
    }
  }
}
