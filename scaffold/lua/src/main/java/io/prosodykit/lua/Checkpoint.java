package io.prosodykit.lua;

/**
 * A state of the parser to return to after a statement is aborted; tokens that were read stay read.
 */
final class Checkpoint {
  private final NestingLimits levels;
  private final Scopes scopes;
  private final NestingLimits.Mark mark;
  private final FunctionScope function;
  private final BlockScope block;

  Checkpoint(NestingLimits levels, Scopes scopes) {
    this.levels = levels;
    this.scopes = scopes;
    this.mark = levels.mark();
    this.function = scopes.function();
    this.block = scopes.block();
  }

  void restore() {
    levels.restore(mark);
    scopes.unwind(function, block);
  }
}
