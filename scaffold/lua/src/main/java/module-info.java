/** Reads Lua source and Prosody modules. */
@SuppressWarnings("module") // the user of records is built later
module io.prosodykit.lua {
  requires transitive com.google.common;
  requires transitive io.prosodykit.core;
  requires org.snakeyaml.engine;
  requires static transitive org.jspecify;

  exports io.prosodykit.config;
  exports io.prosodykit.lua;
  exports io.prosodykit.luacode;
  exports io.prosodykit.module;
  exports io.prosodykit.moduletree;

  // for our own modules
  exports io.prosodykit.record to
      io.prosodykit.scaffold;

  // Jackson 2 and 3 call the annotated methods of types, some of which are not public
  opens io.prosodykit.config to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
  opens io.prosodykit.lua to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
  opens io.prosodykit.module to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
  opens io.prosodykit.moduletree to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
}
