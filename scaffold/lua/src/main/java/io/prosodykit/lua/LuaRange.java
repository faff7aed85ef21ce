package io.prosodykit.lua;

/**
 * A part of Lua source.
 *
 * @param begin the position of its first character
 * @param end the position after its last character; for an empty part, the same as {@code begin}
 * @since 0.1.0
 */
public record LuaRange(LuaPosition begin, LuaPosition end) {
  /**
   * Checks the order.
   *
   * @param begin the position of its first character
   * @param end the position after its last character
   * @throws IllegalArgumentException if it ends before it begins
   */
  public LuaRange {
    if (end.compareTo(begin) < 0) {
      throw new IllegalArgumentException(
          "the range " + begin + " to " + end + " ends before it begins");
    }
  }

  /**
   * Makes an empty range.
   *
   * @param position where it begins and ends
   * @return an empty range
   */
  public static LuaRange at(LuaPosition position) {
    return new LuaRange(position, position);
  }

  /** Prints {@code line:column-line:column}. */
  @Override
  public String toString() {
    return begin + "-" + end;
  }
}
