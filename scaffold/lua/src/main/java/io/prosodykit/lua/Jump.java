package io.prosodykit.lua;

import org.jspecify.annotations.Nullable;

/** A {@code goto} whose label has not been found yet. */
final class Jump {
  final Symbol symbol;
  final LuaPosition position;

  /** The previous pending jump to the same name. */
  final @Nullable Jump earlier;

  /**
   * The versions that are waiting for the label; Lua 5.4 finds a label of an enclosing scope at
   * once.
   */
  final int versions;

  /** How many local variables there are where it jumps from. */
  int variables;

  /** Its index among the pending jumps. */
  int index;

  boolean arrived;

  Jump(Symbol symbol, LuaPosition position, int versions, int variables, int index) {
    this.symbol = symbol;
    this.position = position;
    this.earlier = symbol.jump;
    this.versions = versions;
    this.variables = variables;
    this.index = index;
  }
}
