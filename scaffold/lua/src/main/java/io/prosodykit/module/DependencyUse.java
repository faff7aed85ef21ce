package io.prosodykit.module;

import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaRange;

/**
 * Another module that a module loads: {@code module:depends("http")}.
 *
 * @param range where the call is
 * @param name the name without {@code mod_}
 * @param soft whether the module also works if it is disabled: {@code
 *     module:depends("http_altconnect", true)}, since Prosody 13.0
 * @since 0.1.0
 */
public record DependencyUse(LuaRange range, LuaValue name, boolean soft) {
  /** {@return where the call begins} */
  public LuaPosition position() {
    return range.begin();
  }

  static DependencyUse of(ModuleCall call) {
    return new DependencyUse(
        call.range(),
        call.argument(0),
        call.argument(1) instanceof LuaValue.Bool bool && bool.value());
  }
}
