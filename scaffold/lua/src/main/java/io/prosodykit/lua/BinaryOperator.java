package io.prosodykit.lua;

/**
 * An operator between two operands.
 *
 * @since 0.1.0
 */
public enum BinaryOperator {
  /** Logical disjunction. */
  OR("or", 1, 1),
  /** Logical conjunction. */
  AND("and", 2, 2),
  /** Less than. */
  LESS("<", 3, 3),
  /** Greater than. */
  GREATER(">", 3, 3),
  /** At most. */
  AT_MOST("<=", 3, 3),
  /** At least. */
  AT_LEAST(">=", 3, 3),
  /** Different. */
  UNEQUAL("~=", 3, 3),
  /** Equal. */
  EQUAL("==", 3, 3),
  /** Bitwise or, since Lua 5.3. */
  BITWISE_OR("|", 4, 4),
  /** Bitwise exclusive or, since Lua 5.3. */
  BITWISE_XOR("~", 5, 5),
  /** Bitwise and, since Lua 5.3. */
  BITWISE_AND("&", 6, 6),
  /** Shift to the left, since Lua 5.3. */
  SHIFT_LEFT("<<", 7, 7),
  /** Shift to the right, since Lua 5.3. */
  SHIFT_RIGHT(">>", 7, 7),
  /** Concatenation of strings. */
  CONCATENATE("..", 9, 8),
  /** Addition. */
  ADD("+", 10, 10),
  /** Subtraction. */
  SUBTRACT("-", 10, 10),
  /** Multiplication. */
  MULTIPLY("*", 11, 11),
  /** Division. */
  DIVIDE("/", 11, 11),
  /** Division rounded down, since Lua 5.3. */
  FLOOR_DIVIDE("//", 11, 11),
  /** Remainder. */
  MODULO("%", 11, 11),
  /** Exponentiation. */
  POWER("^", 14, 13);

  private final String symbol;
  private final int left;
  private final int right;

  BinaryOperator(String symbol, int left, int right) {
    this.symbol = symbol;
    this.left = left;
    this.right = right;
  }

  /** How tightly it binds what precedes it. */
  int left() {
    return left;
  }

  /** How tightly it binds what follows; less than {@link #left()} if it is right-associative. */
  int right() {
    return right;
  }

  /** Prints the operator as it is written in source. */
  @Override
  public String toString() {
    return symbol;
  }
}
