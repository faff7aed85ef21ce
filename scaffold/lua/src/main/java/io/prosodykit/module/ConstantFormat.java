package io.prosodykit.module;

import io.prosodykit.lua.BinaryOperator;
import java.util.List;

/** Computes {@code string.format} for values that are known. */
final class ConstantFormat {
  private static final LuaValue UNKNOWN = new LuaValue.Unknown();
  private static final String STRING = "%s";

  private ConstantFormat() {}

  /**
   * Formats a string.
   *
   * @param pattern a pattern; the result is unknown if it contains anything but {@code %s}
   * @param arguments the values for it
   */
  static LuaValue apply(String pattern, List<LuaValue> arguments) {
    LuaValue whole = new LuaValue.Text("");
    int start = 0;
    int count = 0;
    for (int at = pattern.indexOf('%'); at >= 0; at = pattern.indexOf('%', start)) {
      if (!pattern.startsWith(STRING, at)) {
        return UNKNOWN;
      }
      whole = joined(whole, new LuaValue.Text(pattern.substring(start, at)));
      whole = joined(whole, count < arguments.size() ? arguments.get(count) : UNKNOWN);
      count++;
      start = at + STRING.length();
    }
    return joined(whole, new LuaValue.Text(pattern.substring(start)));
  }

  private static LuaValue joined(LuaValue one, LuaValue other) {
    return ConstantArithmetic.apply(BinaryOperator.CONCATENATE, one, other);
  }
}
