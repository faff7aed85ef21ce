package io.prosodykit.lua;

import com.google.common.base.Splitter;
import java.util.List;

/** What {@code string.format} makes of values that are known. */
final class ConstantFormat {
  private static final LuaValue UNKNOWN = new LuaValue.Unknown();
  private static final Splitter STRINGS = Splitter.on("%s");

  private ConstantFormat() {}

  /**
   * Puts a string together.
   *
   * @param pattern a pattern; all is unknown if it asks for more than {@code %s}
   * @param arguments the values for it
   */
  static LuaValue apply(String pattern, List<LuaValue> arguments) {
    List<String> parts = STRINGS.splitToList(pattern);
    LuaValue whole = new LuaValue.Text("");
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).indexOf('%') >= 0) {
        return UNKNOWN;
      }
      if (i > 0) {
        LuaValue argument = i <= arguments.size() ? arguments.get(i - 1) : UNKNOWN;
        whole = ConstantArithmetic.apply(BinaryOperator.CONCATENATE, whole, argument);
      }
      LuaValue part = new LuaValue.Text(parts.get(i));
      whole = ConstantArithmetic.apply(BinaryOperator.CONCATENATE, whole, part);
    }
    return whole;
  }
}
