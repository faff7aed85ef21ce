package io.prosodykit.lua;

/** Where the parser was, to go back there after a breakdown; tokens stay read. */
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
