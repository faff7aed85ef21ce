package io.prosodykit.module;

import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaRange;

/**
 * A place where code calls or sets something that is not its own: {@code os.execute("…")}, {@code
 * counter = 1}, or {@code usermanager.is_admin(jid)} of a library. Other names are followed as far
 * as they are local variables that keep their values.
 *
 * @param range where the call or the name that is set is
 * @param path for a global variable its name and those of the fields, {@code os.execute}; for a
 *     library's field the library's name too, {@code core.usermanager.is_admin}
 * @param kind what is done with it
 * @param arguments how many arguments a call has
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
     * A global variable gets a function outside of all functions: {@code function greet()}. In a
     * module that is how others come by it, as a field of what {@code module:depends} returns.
     */
    DEFINITION,
    /** A field of the module is set; the path is its name: {@code function module.command()}. */
    MODULE_FIELD,
    /**
     * A local table gets a function; the path is its name: {@code function provider.is_admin()}.
     */
    LOCAL_FIELD
  }

  /**
   * Returns where the call or the name that is set begins.
   *
   * @return the position of its first character
   */
  public LuaPosition position() {
    return range.begin();
  }
}
