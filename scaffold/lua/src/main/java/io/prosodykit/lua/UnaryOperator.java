package io.prosodykit.lua;

/**
 * An operator before its operand.
 *
 * @since 0.1.0
 */
public enum UnaryOperator {
  /** Arithmetic negation. */
  NEGATE("-"),
  /** Logical negation. */
  NOT("not"),
  /** Length. */
  LENGTH("#"),
  /** Bitwise negation, since Lua 5.3. */
  BITWISE_NOT("~");

  /** The precedence of all of them, on the scale of {@link BinaryOperator}. */
  static final int PRIORITY = 12;

  private final String symbol;

  UnaryOperator(String symbol) {
    this.symbol = symbol;
  }

  /** Prints the operator as it is written in source. */
  @Override
  public String toString() {
    return symbol;
  }
}
