/** Prosody modules linted, tested in real Lua, packaged, and verified in a real server. */
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
