/** Lua module source for Prosody, written from a typed specification. */
@SuppressWarnings("requires-automatic") // mustache.java names its module in its manifest
module io.prosodykit.scaffold {
  requires com.github.mustachejava;
  requires transitive com.google.common;
  requires transitive io.prosodykit.core;
  requires io.prosodykit.lua;
  requires static transitive org.jspecify;

  exports io.prosodykit.scaffold;
}
