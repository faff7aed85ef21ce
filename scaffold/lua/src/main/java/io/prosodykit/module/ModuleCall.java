package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaPosition;

/**
 * A call of Prosody's module API: {@code module:hook("…", f)}, also through another name for {@code
 * module} or for one of its functions.
 *
 * @param position where the call begins
 * @param function the function, for example {@code hook}
 * @param arguments what is known of each argument after {@code module}
 */
public record ModuleCall(LuaPosition position, String function, ImmutableList<LuaValue> arguments) {
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
