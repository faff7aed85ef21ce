/** Typed access to what is known about the modules of the Prosody XMPP server. */
// either databind may be missing, and the users of the files are built later
@SuppressWarnings("module")
module io.prosodykit.core {
  requires transitive com.fasterxml.jackson.annotation;
  requires com.fasterxml.jackson.core;
  requires transitive com.google.common;
  requires io.prosodykit.catalog.data;
  requires static transitive org.jspecify;

  exports io.prosodykit.catalog;
  exports io.prosodykit.changes;
  exports io.prosodykit.compliance;
  exports io.prosodykit.evidence;
  exports io.prosodykit.facts;
  exports io.prosodykit.problem;
  exports io.prosodykit.report;
  exports io.prosodykit.specification;
  exports io.prosodykit.version;

  // for our own modules
  exports io.prosodykit.files to
      io.prosodykit.checks,
      io.prosodykit.lua,
      io.prosodykit.scaffold;
  exports io.prosodykit.json to
      io.prosodykit.checks,
      io.prosodykit.lua,
      io.prosodykit.scaffold;
  exports io.prosodykit.text to
      io.prosodykit.checks,
      io.prosodykit.lua,
      io.prosodykit.scaffold;

  // Jackson 2 and 3 call the annotated methods of types, some of which are not public
  opens io.prosodykit.catalog to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
  opens io.prosodykit.changes to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
  opens io.prosodykit.compliance to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
  opens io.prosodykit.evidence to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
  opens io.prosodykit.facts to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
  opens io.prosodykit.problem to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
  opens io.prosodykit.specification to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
  opens io.prosodykit.version to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
}
