package io.prosodykit.lua;

/** An operator before its operand. */
public enum UnaryOperator {
  /** Arithmetic negation. */
  NEGATE("-"),
  /** Logical negation. */
  NOT("not"),
  /** Length. */
  LENGTH("#"),
  /** Bitwise negation, since Lua 5.3. */
  BITWISE_NOT("~");

  /** How tightly all of them bind, on the scale of {@link BinaryOperator}. */
  static final int PRIORITY = 12;

  private final String symbol;

  UnaryOperator(String symbol) {
    this.symbol = symbol;
  }

  /** Prints the operator as it stands in source. */
  @Override
  public String toString() {
    return symbol;
  }
}
