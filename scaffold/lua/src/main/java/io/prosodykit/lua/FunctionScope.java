package io.prosodykit.lua;

import org.jspecify.annotations.Nullable;

/** A function while the parser is in it. */
final class FunctionScope {
  /** The enclosing function; none for the main function. */
  final @Nullable FunctionScope outer;

  /** How many variables there were before it. */
  final int firstVariable;

  /** How many labels there were before it. */
  final int firstLabel;

  final Upvalues upvalues = new Upvalues();

  /** The environment that it uses, if known. */
  @Nullable Object environment;

  boolean variadic;

  /** How many variables are declared but not yet in scope. */
  int pending;

  /** How many values the compiler keeps in registers that do not belong to a variable. */
  int held;

  /**
   * How many of the variables in scope need no register in Lua 5.4, because their value is known.
   */
  int constants;

  /** How many more variables Lua 5.4 has in scope. */
  int extraIn54;

  FunctionScope(@Nullable FunctionScope outer, int firstVariable, int firstLabel) {
    this.outer = outer;
    this.firstVariable = firstVariable;
    this.firstLabel = firstLabel;
  }

  /** Whether it has a hidden variable {@code arg} in Lua 5.1. */
  boolean hasArg() {
    return variadic && outer != null;
  }
}
