package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaRange;

/**
 * A call of Prosody's module API: {@code module:hook("…", f)}, also through an alias of {@code
 * module} or of one of its functions.
 *
 * @param range where the call is
 * @param function the function, for example {@code hook}
 * @param arguments what is known about each argument after {@code module}
 * @since 0.1.0
 */
public record ModuleCall(LuaRange range, String function, ImmutableList<LuaValue> arguments) {
  /** {@return where the call begins} */
  public LuaPosition position() {
    return range.begin();
  }

  /**
   * {@return what is known about an argument; {@code nil} if it is missing}
   *
   * @param index its number, from 0
   */
  public LuaValue argument(int index) {
    return index < arguments.size() ? arguments.get(index) : new LuaValue.Nil();
  }
}
