package io.prosodykit.module;

import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaRange;

/**
 * A place where code calls or sets something that is not its own: {@code os.execute("…")}, {@code
 * counter = 1}, or {@code usermanager.is_admin(jid)} of a library. Aliases are followed if they are
 * local variables that keep their values.
 *
 * @param range where the call, or the name that is set, is
 * @param path for a global variable, its name and those of the fields, {@code os.execute}; for a
 *     library's field, the library's name as well, {@code core.usermanager.is_admin}
 * @param kind what is done with it
 * @param arguments how many arguments a call has
 * @since 0.1.0
 */
public record ValueUse(LuaRange range, String path, Kind kind, int arguments) {
  /** What is done with a value. */
  public enum Kind {
    /** A global variable, or a field of one, is called. */
    CALL,
    /** A field of a library is called: {@code require "socket".sleep(1)}. */
    LIBRARY_CALL,
    /** A global variable, or a field of {@code _G}, is set. */
    ASSIGNMENT,
    /**
     * A global function is defined outside all functions: {@code function greet()}. This is how
     * other modules get it, as a field of what {@code module:depends} returns.
     */
    DEFINITION,
    /** A field of the module is set; the path is its name: {@code function module.command()}. */
    MODULE_FIELD,
    /**
     * A function is set in a local table; the path is its name: {@code function
     * provider.is_admin()}.
     */
    LOCAL_FIELD
  }

  /** {@return where the call or the name that is set begins} */
  public LuaPosition position() {
    return range.begin();
  }
}
