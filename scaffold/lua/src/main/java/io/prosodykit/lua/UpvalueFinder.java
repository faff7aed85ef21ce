package io.prosodykit.lua;

import org.jspecify.annotations.Nullable;

/** Resolves names of enclosing functions and counts the upvalues that functions need for them. */
final class UpvalueFinder {
  private static final String ARG = "arg";

  private final Problems problems;

  /** {@code _ENV}, of which global variables are fields since Lua 5.2. */
  private final Symbol environment;

  /** Represents the environment if no local variable does. */
  private final Object mainEnvironment = new Object();

  private int reported;

  UpvalueFinder(Symbol environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  /** Uses a global variable in a function. */
  void useGlobal(Symbol symbol, FunctionScope function, LuaPosition position) {
    Binding local = environment.binding;
    Object used = local == null ? mainEnvironment : local;
    if (function.environment != used) {
      function.environment = used;
      FunctionScope owner = local == null ? null : local.function;
      addSince52(used, function, owner, position);
    }
    if (symbol.name().equals(ARG)) {
      FunctionScope owner = ownerOfArg(function, null);
      if (owner != null) {
        addIn51(function, owner, position);
      }
    }
  }

  /** Uses a variable of an enclosing function. */
  void useOuter(Binding binding, FunctionScope function, LuaPosition position) {
    if (binding.user == function) {
      return;
    }
    binding.user = function;
    if (binding.symbol.name().equals(ARG)) {
      FunctionScope owner = ownerOfArg(function, binding);
      if (owner != null) {
        addIn51(function, owner, position);
        addSince52(binding, function, binding.function, position);
        return;
      }
    }
    for (FunctionScope f = function; f != binding.function && f != null; f = f.outer) {
      if (!f.upvalues.add(binding)) {
        return;
      }
      check(f, position);
    }
  }

  /** The function whose hidden {@code arg} shadows the variable in Lua 5.1. */
  private static @Nullable FunctionScope ownerOfArg(
      FunctionScope function, @Nullable Binding binding) {
    FunctionScope owner = binding == null ? null : binding.function;
    boolean hidden = binding == null || binding.parameter;
    for (FunctionScope f = function; f != null; f = f.outer) {
      if (f.hasArg() && (f != owner || hidden)) {
        return f;
      }
      if (f == owner) {
        return null;
      }
    }
    return null;
  }

  private void addIn51(FunctionScope function, FunctionScope owner, LuaPosition position) {
    for (FunctionScope f = function; f != owner && f != null; f = f.outer) {
      if (!f.upvalues.addIn51(owner)) {
        return;
      }
      check(f, position);
    }
  }

  private void addSince52(
      Object variable,
      FunctionScope function,
      @Nullable FunctionScope owner,
      LuaPosition position) {
    for (FunctionScope f = function; f != owner && f != null; f = f.outer) {
      if (!f.upvalues.addSince52(variable)) {
        return;
      }
      check(f, position);
    }
  }

  private void check(FunctionScope function, LuaPosition position) {
    int refusing = function.upvalues.refusing() & ~reported;
    if (refusing != Versions.NONE) {
      reported |= refusing;
      problems.add(
          position, "the function uses too many variables of the functions around it", refusing);
    }
  }
}
