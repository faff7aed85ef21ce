package io.prosodykit.lua;

import org.jspecify.annotations.Nullable;

/** A block while the parser is in it. */
final class BlockScope {
  /** The enclosing block in the same function. */
  final @Nullable BlockScope outer;

  final boolean loop;

  /** How many variables, labels and pending jumps there were before it. */
  final int firstVariable;

  final int firstLabel;
  final int firstJump;

  /** How many {@code break}s jump to its end. */
  int breaks;

  /** How many more variables Lua 5.4 has in it. */
  int extraIn54;

  BlockScope(
      @Nullable BlockScope outer, boolean loop, int firstVariable, int firstLabel, int firstJump) {
    this.outer = outer;
    this.loop = loop;
    this.firstVariable = firstVariable;
    this.firstLabel = firstLabel;
    this.firstJump = firstJump;
  }
}
