package io.prosodykit.module;

import io.prosodykit.lua.LuaPosition;

/**
 * Another module that a module loads: {@code module:depends("http")}.
 *
 * @param position where the call begins
 * @param name the name without {@code mod_}
 * @param soft whether the module does without it where it is disabled: {@code
 *     module:depends("http_altconnect", true)}, since Prosody 13.0
 */
public record ModuleDependency(LuaPosition position, LuaValue name, boolean soft) {
  static ModuleDependency of(ModuleCall call) {
    return new ModuleDependency(
        call.position(),
        call.argument(0),
        call.argument(1) instanceof LuaValue.Bool bool && bool.value());
  }
}
