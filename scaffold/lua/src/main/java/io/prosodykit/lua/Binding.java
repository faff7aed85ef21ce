package io.prosodykit.lua;

import org.jspecify.annotations.Nullable;

/** A local variable while it is in scope. */
final class Binding {
  final Symbol symbol;
  final LocalVariable variable;
  final FunctionScope function;
  final boolean parameter;

  /** What the name means outside the scope. */
  final @Nullable Binding shadowed;

  /** The inner function that used it last, so that most uses need no lookup. */
  @Nullable FunctionScope user;

  /** Whether it is a compile-time constant in Lua 5.4. */
  boolean constant;

  Binding(Symbol symbol, LocalVariable variable, FunctionScope function, boolean parameter) {
    this.symbol = symbol;
    this.variable = variable;
    this.function = function;
    this.parameter = parameter;
    this.shadowed = symbol.binding;
  }

  /** Whether Lua 5.4 needs no register for it if it knows its value. */
  boolean mayBeConstant() {
    return variable.attribute() == LocalVariable.Attribute.CONST;
  }
}
