package io.prosodykit.module;

import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaRange;

/**
 * A library that a module loads: {@code require "util.jid"}.
 *
 * @param range where the call is
 * @param name the name, for example {@code util.jid}
 * @param kind how it is loaded
 * @since 0.1.0
 */
public record LibraryUse(LuaRange range, LuaValue name, Kind kind) {
  /** How a library is loaded. */
  public enum Kind {
    /** {@code require}, without which the module does not load. */
    REQUIRED,
    /** {@code pcall(require, …)}, {@code softreq}, or {@code require} inside {@code pcall}. */
    OPTIONAL,
    /** {@code module:require}: a file of the module's own, {@code NAME.lib.lua}. */
    OWN
  }

  /** {@return where the call begins} */
  public LuaPosition position() {
    return range.begin();
  }
}
