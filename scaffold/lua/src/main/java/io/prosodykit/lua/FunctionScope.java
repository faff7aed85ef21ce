package io.prosodykit.lua;

import org.jspecify.annotations.Nullable;

/** A function while the parser is in it. */
final class FunctionScope {
  /** The function around it; none around the main function. */
  final @Nullable FunctionScope outer;

  /** How many variables there were before it. */
  final int firstVariable;

  /** How many labels there were before it. */
  final int firstLabel;

  final Upvalues upvalues = new Upvalues();

  /** The environment that it is known to use. */
  @Nullable Object environment;

  boolean variadic;

  /** How many variables are declared but not yet in scope. */
  int pending;

  /** How many values the compiler keeps in registers that are no variable's. */
  int held;

  /** How many of the variables in scope Lua 5.4 may keep nowhere, because it knows their value. */
  int constants;

  /** How many more variables Lua 5.4 has in scope. */
  int extraIn54;

  FunctionScope(@Nullable FunctionScope outer, int firstVariable, int firstLabel) {
    this.outer = outer;
    this.firstVariable = firstVariable;
    this.firstLabel = firstLabel;
  }

  /** Whether Lua 5.1 has a variable {@code arg} in it that is not written down. */
  boolean hasArg() {
    return variadic && outer != null;
  }
}
