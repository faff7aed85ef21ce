/** Lua module source for Prosody, written from a typed specification. */
@SuppressWarnings({
  "requires-automatic",
  "module"
}) // mustache.java names its module in its manifest
module io.prosodykit.scaffold {
  requires com.github.mustachejava;
  requires transitive com.google.common;
  requires transitive io.prosodykit.core;
  requires io.prosodykit.lua;
  requires static transitive org.jspecify;

  exports io.prosodykit.scaffold;
  exports io.prosodykit.stack;

  // Jackson 2 and 3 call the annotated methods of types, some of which are not public
  opens io.prosodykit.scaffold to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
}
