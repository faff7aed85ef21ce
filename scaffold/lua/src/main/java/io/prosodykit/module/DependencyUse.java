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
 * @param conditional whether it is loaded under a condition only: the call is inside {@code if}, on
 *     the right of {@code and} or {@code or}, or inside a loop that may not run. A function, for
 *     example {@code module.add_host}, is not by itself a condition, and neither is an {@code if}
 *     before the call that returns: a module that cannot run where it is loaded returns early
 * @since 0.1.0
 */
public record DependencyUse(LuaRange range, LuaValue name, boolean soft, boolean conditional) {
  /** {@return where the call begins} */
  public LuaPosition position() {
    return range.begin();
  }

  static DependencyUse of(ModuleCall call, boolean conditional) {
    return new DependencyUse(
        call.range(),
        call.argument(0),
        call.argument(1) instanceof LuaValue.Bool bool && bool.value(),
        conditional);
  }
}
