package io.prosodykit.lua;

import org.jspecify.annotations.Nullable;

/** A local variable while it is in scope. */
final class Binding {
  final Symbol symbol;
  final LocalVariable variable;
  final FunctionScope function;
  final boolean parameter;

  /** What the name meant outside of the scope. */
  final @Nullable Binding shadowed;

  /** The function that used it last from inside, so that most uses need no look-up. */
  @Nullable FunctionScope user;

  /** Whether it never becomes a variable at run time, in Lua 5.4. */
  boolean constant;

  Binding(Symbol symbol, LocalVariable variable, FunctionScope function, boolean parameter) {
    this.symbol = symbol;
    this.variable = variable;
    this.function = function;
    this.parameter = parameter;
    this.shadowed = symbol.binding;
  }

  /** Whether Lua 5.4 keeps it nowhere if it knows its value. */
  boolean mayBeConstant() {
    return variable.attribute() == LocalVariable.Attribute.CONST;
  }
}
