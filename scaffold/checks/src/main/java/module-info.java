/**
 * Lints Prosody modules, tests them in a real Lua, packages them, and runs them in a real server.
 */
@SuppressWarnings("requires-automatic") // luajava names its modules in manifests
module io.prosodykit.checks {
  requires transitive com.google.common;
  requires transitive io.prosodykit.lua;
  requires java.xml;
  requires static party.iroiro.luajava;
  requires static party.iroiro.luajava.lua51;
  requires static party.iroiro.luajava.lua54;
  requires static transitive org.jspecify;

  exports io.prosodykit.busted;
  exports io.prosodykit.lint;
  exports io.prosodykit.packaging;
  exports io.prosodykit.server;
}
