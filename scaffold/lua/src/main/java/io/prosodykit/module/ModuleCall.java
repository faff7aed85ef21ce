package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaRange;

/**
 * A call of Prosody's module API: {@code module:hook("…", f)}, also through another name for {@code
 * module} or for one of its functions.
 *
 * @param range where the call is
 * @param function the function, for example {@code hook}
 * @param arguments what is known of each argument after {@code module}
 */
public record ModuleCall(LuaRange range, String function, ImmutableList<LuaValue> arguments) {
  /**
   * Returns where the call begins.
   *
   * @return the position of its first character
   */
  public LuaPosition position() {
    return range.begin();
  }

  /**
   * Returns an argument.
   *
   * @param index its number, from 0
   * @return what is known of it; {@code nil} if it is not there
   */
  public LuaValue argument(int index) {
    return index < arguments.size() ? arguments.get(index) : new LuaValue.Nil();
  }
}
