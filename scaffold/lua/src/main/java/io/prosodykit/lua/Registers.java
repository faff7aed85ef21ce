package io.prosodykit.lua;

/**
 * Counts the registers that a function certainly needs: for its variables, and for values that are
 * held until a list, a table or an operation is complete. Registers that the compiler may need
 * temporarily are not counted, so that no source is refused that a compiler accepts.
 */
final class Registers {
  private static final int BEFORE_5_3 = 250;
  private static final int SINCE_5_3 = 255;

  private final Problems problems;
  private int reported;

  Registers(Problems problems) {
    this.problems = problems;
  }

  /** How many registers of its own the left operand certainly has while the right one is read. */
  static int held(Expression left, BinaryOperator operator) {
    return switch (operator) {
      case AND, OR -> 0;
      case CONCATENATE -> 1;
      default -> held(left);
    };
  }

  /** How many registers of its own a value certainly has until it is used. */
  static int held(Expression value) {
    return isComputed(value) ? 1 : 0;
  }

  private static boolean isComputed(Expression value) {
    if (value instanceof Expression.Parenthesized parenthesized) {
      return isComputed(parenthesized.inner());
    }
    if (value instanceof Expression.Unary unary) {
      return isUnknown(unary.operand());
    }
    if (value instanceof Expression.Binary binary) {
      return binary.operator() != BinaryOperator.AND
          && binary.operator() != BinaryOperator.OR
          && (isUnknown(binary.left()) || isUnknown(binary.right()));
    }
    return isUnknown(value) && !(value instanceof Expression.Local);
  }

  /** Whether the compiler certainly does not know the value. */
  private static boolean isUnknown(Expression value) {
    return value instanceof Expression.Global
        || value instanceof Expression.Index
        || value instanceof Expression.Call
        || value instanceof Expression.MethodCall
        || value instanceof Expression.Varargs
        || (value instanceof Expression.Local local
            && local.variable().attribute() != LocalVariable.Attribute.CONST);
  }

  /** Checks a function, given the number of variables in scope in all functions. */
  void check(FunctionScope function, int variables, LuaPosition position) {
    int count = variables - function.firstVariable + function.held;
    if (count + function.extraIn54 + 1 < BEFORE_5_3) {
      return;
    }
    int refusing = Versions.NONE;
    if (count + (function.hasArg() ? 1 : 0) >= BEFORE_5_3) {
      refusing |= Versions.V5_1;
    }
    if (count >= BEFORE_5_3) {
      refusing |= Versions.V5_2;
    }
    if (count >= SINCE_5_3) {
      refusing |= Versions.V5_3;
    }
    if (count + function.extraIn54 - function.constants >= SINCE_5_3) {
      refusing |= Versions.V5_4;
    }
    refusing &= ~reported;
    if (refusing != Versions.NONE) {
      reported |= refusing;
      problems.add(position, "the function needs more registers than Lua has", refusing);
    }
  }
}
