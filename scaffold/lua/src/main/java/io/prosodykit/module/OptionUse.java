package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaRange;

/**
 * An option that a module reads: {@code module:get_option_enum("policy", "ask", "allow", "deny")}.
 *
 * @param range where the call is
 * @param name the name of the option
 * @param type what follows {@code get_option_}: {@code string}, {@code number}, {@code integer},
 *     {@code boolean}, {@code array}, {@code set}, {@code inherited_set}, {@code path}, {@code
 *     period}, {@code enum}, {@code scalar}; empty for {@code get_option} itself
 * @param fallback the value if the option is not set
 * @param more the arguments after that: least and greatest value, or the values of an enum
 * @since 0.1.0
 */
public record OptionUse(
    LuaRange range, LuaValue name, String type, LuaValue fallback, ImmutableList<LuaValue> more) {
  static final String GETTER = "get_option";

  /** {@return where the call begins} */
  public LuaPosition position() {
    return range.begin();
  }

  static OptionUse of(ModuleCall call) {
    String suffix = call.function().substring(GETTER.length());
    int arguments = call.arguments().size();
    return new OptionUse(
        call.range(),
        call.argument(0),
        suffix.isEmpty() ? suffix : suffix.substring(1),
        call.argument(1),
        call.arguments().subList(Math.min(2, arguments), arguments));
  }
}
