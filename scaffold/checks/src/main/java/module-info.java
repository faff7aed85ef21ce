/**
 * Lints Prosody modules, tests them in a real Lua, packages them, and runs them in a real server.
 */
@SuppressWarnings({"requires-automatic", "module"}) // luajava names its modules in manifests
module io.prosodykit.checks {
  requires transitive com.google.common;
  requires transitive io.prosodykit.lua;
  requires java.xml;
  requires static party.iroiro.luajava;
  requires static party.iroiro.luajava.lua51;
  requires static party.iroiro.luajava.lua54;
  requires static transitive org.jspecify;

  exports io.prosodykit.busted;
  exports io.prosodykit.configuration;
  exports io.prosodykit.lint;
  exports io.prosodykit.packaging;
  exports io.prosodykit.server;

  // Jackson 2 and 3 call the annotated methods of types, some of which are not public
  opens io.prosodykit.busted to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
  opens io.prosodykit.configuration to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
  opens io.prosodykit.lint to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
  opens io.prosodykit.packaging to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
  opens io.prosodykit.server to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
}
