package io.prosodykit.lua;

import org.jspecify.annotations.Nullable;

/** A {@code goto} that waits for its label. */
final class Jump {
  final Symbol symbol;
  final LuaPosition position;

  /** The jump to the same name that waits longest after this one. */
  final @Nullable Jump earlier;

  /** The versions that wait; Lua 5.4 finds a label in a scope around at once. */
  final int versions;

  /** How many local variables there are where it leaves from. */
  int variables;

  /** Its number among those that wait. */
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
