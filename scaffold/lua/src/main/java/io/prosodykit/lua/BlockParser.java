package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of statements, and finds the next statement after a broken one. */
final class BlockParser {
  /** What may end a block; sums of these tell what ends a particular one. */
  static final int END = 1;

  static final int UNTIL = 2;
  static final int ELSE = 4;

  private final TokenReader reader;
  private final Problems problems;
  private final NestingLimits levels;
  private final Scopes scopes;
  private final StatementParser statements;
  private final Recovery recovery;

  /** The number of open blocks, by the keywords that can end them. */
  private final int[] open = new int[ELSE + 1];

  private boolean endReported;

  BlockParser(
      TokenReader reader,
      Problems problems,
      NestingLimits levels,
      Scopes scopes,
      SymbolTable symbols) {
    this.reader = reader;
    this.problems = problems;
    this.levels = levels;
    this.scopes = scopes;
    FunctionParser functions = new FunctionParser(reader, scopes, symbols.get("self"), this);
    ExpressionParser expressions =
        new ExpressionParser(reader, problems, levels, scopes, functions);
    this.statements =
        new StatementParser(reader, problems, levels, scopes, this, expressions, functions);
    this.recovery = new Recovery(reader, levels, scopes, functions, statements);
  }

  /** Reads a whole source. */
  Block readAll() {
    Block block = read(0);
    scopes.closeSource();
    return block;
  }

  /**
   * Reads statements up to the token that ends the block, which remains the current one. The caller
   * opens and closes the scope.
   */
  Block read(int closers) {
    return read(closers, false);
  }

  /** Reads the statements after a {@code then}. */
  Block readAfterThen() {
    return read(END | ELSE, true);
  }

  private Block read(int closers, boolean afterThen) {
    LuaPosition position = reader.position();
    levels.enterBlock();
    count(closers, 1);
    ImmutableList.Builder<Statement> list = ImmutableList.builder();
    if (afterThen && statements.atJump()) {
      addStatement(statements.jumpAfterThen(), list);
    }
    while (!atEnd(closers)) {
      if (reader.kind() == TokenKind.SEMICOLON) {
        readEmpty();
      } else if (reader.kind() == TokenKind.DOUBLE_COLON) {
        readLabels(list);
      } else {
        addStatement(recovery.statement(), list);
      }
    }
    count(closers, -1);
    levels.leaveBlock();
    return new Block(position, list.build());
  }

  private void count(int closers, int difference) {
    for (int closer = END; closer <= ELSE; closer <<= 1) {
      if ((closers & closer) != 0) {
        open[closer] += difference;
      }
    }
  }

  private static int closer(TokenKind kind) {
    return switch (kind) {
      case END -> END;
      case UNTIL -> UNTIL;
      default -> ELSE;
    };
  }

  /**
   * Whether the block ends here; skips a token that would end another block if there is no such
   * block.
   */
  private boolean atEnd(int closers) {
    while (reader.kind().endsBlock()) {
      if (reader.kind() == TokenKind.END_OF_SOURCE) {
        return true;
      }
      int closer = closer(reader.kind());
      if ((closers & closer) != 0 || open[closer] > 0) {
        return true;
      }
      problems.add(reader.position(), reader.found() + " has nothing to end", Versions.ALL);
      reader.advance();
    }
    return false;
  }

  private void addStatement(Statement statement, ImmutableList.Builder<Statement> list) {
    list.add(statement);
    boolean last = statement instanceof Statement.Return;
    if (last || statement instanceof Statement.Break) {
      // Lua 5.1 allows a semicolon after any statement, the others only after this one
      if (reader.kind() == TokenKind.SEMICOLON) {
        readSemicolon();
      }
      if (!reader.kind().endsBlock()) {
        problems.add(
            statement.position(),
            (last ? "'return'" : "'break'") + " must be the last statement of its block",
            last ? Versions.ALL : Versions.V5_1);
      }
    } else if (reader.kind() == TokenKind.SEMICOLON) {
      readSemicolon();
    }
  }

  private void readSemicolon() {
    levels.passStatement();
    reader.advance();
  }

  private void readEmpty() {
    problems.add(reader.position(), "';' without a statement before it", Versions.V5_1);
    readSemicolon();
  }

  /** Reads consecutive labels. From Lua 5.2 on, each of them is one level below the one before. */
  private void readLabels(ImmutableList.Builder<Statement> list) {
    NestingLimits.Mark mark = levels.mark();
    List<Symbol> symbols = new ArrayList<>();
    List<Statement> labels = new ArrayList<>();
    while (true) {
      if (reader.kind() == TokenKind.SEMICOLON) {
        readSemicolon();
      } else if (reader.kind() == TokenKind.DOUBLE_COLON) {
        levels.enterLabel();
        Statement label = recovery.label(symbols);
        labels.add(label);
      } else {
        break;
      }
    }
    levels.restore(mark);
    boolean last = reader.kind().endsBlock() && reader.kind() != TokenKind.UNTIL;
    for (int i = 0; i < symbols.size(); i++) {
      scopes.addLabel(symbols.get(i), labels.get(i).position(), last);
    }
    list.addAll(labels);
  }

  /**
   * Skips the token that ends a block. Anything else is a problem, but otherwise counts as the end.
   *
   * @param opener what the block began with
   * @param opened where that is
   */
  void close(TokenKind closer, String opener, LuaPosition opened) {
    if (reader.accept(closer)) {
      return;
    }
    boolean first = !endReported;
    endReported = reader.kind() == TokenKind.END_OF_SOURCE;
    if (first) {
      reader.missing("'" + closer + "' for the '" + opener + "' at " + opened);
    }
  }

  /** Skips the rest of a broken line up to and including a token, if that is nearby. */
  void skipOnLine(TokenKind wanted) {
    int distance = reader.distanceOnLine(wanted);
    for (int i = 0; i <= distance; i++) {
      reader.advance();
    }
  }
}
