package io.prosodykit.lua;

/**
 * Counts how deep the recursion of each version's compiler would be. All are limited to 200 calls,
 * but what counts as a call differs: a block and an expression in Lua 5.1, a statement and an
 * expression from Lua 5.2 on.
 */
final class NestingLimits {
  private static final int LIMIT = 200;

  /** Before it reads the source, luac itself has made one call. */
  private static final int OUTERMOST = 1;

  private static final int ACCEPTED = -1;

  private final TokenReader reader;
  private final Problems problems;
  private int in51 = OUTERMOST;
  private int in52 = OUTERMOST;
  private int in54 = OUTERMOST;
  private int reported;
  private int refusedBlocks = ACCEPTED;

  NestingLimits(TokenReader reader, Problems problems) {
    this.reader = reader;
    this.problems = problems;
  }

  /** A state to return to with {@link #restore}. */
  record Mark(int in51, int in52, int in54) {}

  Mark mark() {
    return new Mark(in51, in52, in54);
  }

  void restore(Mark mark) {
    in51 = mark.in51;
    in52 = mark.in52;
    in54 = mark.in54;
  }

  /**
   * Counts an expression.
   *
   * @throws StatementAborted if every version would stop
   */
  void enterExpression() {
    in51++;
    in52++;
    in54++;
    check();
  }

  void leaveExpression() {
    in51--;
    in52--;
    in54--;
  }

  /**
   * Counts a block.
   *
   * @throws StatementAborted if every version would stop
   */
  void enterBlock() {
    in51++;
    refusedBlocks = 1;
    check();
    refusedBlocks = ACCEPTED;
  }

  void leaveBlock() {
    in51--;
  }

  /**
   * Counts a statement.
   *
   * @throws StatementAborted if every version would stop
   */
  void enterStatement() {
    in52++;
    in54++;
    refusedBlocks = 0;
    check();
    refusedBlocks = ACCEPTED;
  }

  void leaveStatement() {
    in52--;
    in54--;
  }

  /** Checks a statement without nested statements or expressions. */
  void passStatement() {
    enterLabel();
    leaveStatement();
  }

  /** Counts a label; labels that follow it are nested below it. */
  void enterLabel() {
    in52++;
    in54++;
    report(refusing());
  }

  /**
   * Checks a {@code break} or {@code goto} after {@code then}, which some versions do not count.
   */
  void passJump(boolean countsIn54) {
    if (countsIn54 && in54 + 1 >= LIMIT) {
      report(Versions.V5_4);
    }
  }

  /** Counts one more target of an assignment that has some already. */
  void enterTarget(int targets) {
    in54++;
    int refusing = refusing();
    if (targets + in51 > LIMIT) {
      refusing |= Versions.V5_1;
    }
    if (targets + in52 > LIMIT) {
      refusing |= Versions.V5_2 | Versions.V5_3;
    }
    report(refusing);
  }

  /** Forgets the targets of an assignment. */
  void leaveTargets(int targets) {
    in54 -= targets;
  }

  /**
   * Returns, once, how many blocks have begun in the part that every version refuses: none if that
   * is a statement, and a negative number if it is neither a statement nor a block.
   */
  int takeRefusedBlocks() {
    int blocks = refusedBlocks;
    refusedBlocks = ACCEPTED;
    return blocks;
  }

  private void check() {
    if (in51 > LIMIT || in52 > LIMIT || in54 >= LIMIT) {
      int refusing = refusing();
      report(refusing);
      if (refusing == Versions.ALL) {
        throw new StatementAborted();
      }
    }
  }

  private int refusing() {
    return (in51 > LIMIT ? Versions.V5_1 : Versions.NONE)
        | (in52 > LIMIT ? Versions.V5_2 | Versions.V5_3 : Versions.NONE)
        | (in54 >= LIMIT ? Versions.V5_4 : Versions.NONE);
  }

  private void report(int refusing) {
    int news = refusing & ~reported;
    if (news != Versions.NONE) {
      reported |= news;
      problems.add(
          reader.position(), "nested too deeply: the limit of Lua is " + LIMIT + " levels", news);
    }
  }
}
