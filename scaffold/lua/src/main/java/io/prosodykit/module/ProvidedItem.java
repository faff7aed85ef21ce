package io.prosodykit.module;

import io.prosodykit.lua.LuaPosition;

/**
 * Something that a module provides to others: {@code module:provides("auth", { name = "ldap" })}.
 *
 * @param position where the call begins
 * @param type the type, for example {@code auth}, {@code http}, {@code net} or {@code storage}
 * @param name the name; {@code nil} if it is omitted, in which case Prosody uses the module's own
 * @since 0.1.0
 */
public record ProvidedItem(LuaPosition position, LuaValue type, LuaValue name) {
  static ProvidedItem of(ModuleCall call) {
    LuaValue item = call.argument(1);
    LuaValue name = item;
    if (item instanceof LuaValue.Table table) {
      name = table.fields().getOrDefault("name", new LuaValue.Nil());
    }
    return new ProvidedItem(call.position(), call.argument(0), name);
  }
}
