/** Reads Lua source and Prosody modules. */
@SuppressWarnings("module") // the user of records is built later
module io.prosodykit.lua {
  requires transitive com.google.common;
  requires transitive io.prosodykit.core;
  requires org.snakeyaml.engine;
  requires static transitive org.jspecify;

  exports io.prosodykit.config;
  exports io.prosodykit.lua;
  exports io.prosodykit.module;
  exports io.prosodykit.moduletree;

  // for our own modules
  exports io.prosodykit.record to
      io.prosodykit.scaffold;
}
