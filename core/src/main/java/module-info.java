/** Typed access to what is known about the modules of the Prosody XMPP server. */
module io.prosodykit.core {
  requires transitive com.fasterxml.jackson.annotation;
  requires com.fasterxml.jackson.core;
  requires transitive com.google.common;
  requires io.prosodykit.catalog.data;
  requires static transitive org.jspecify;

  exports io.prosodykit.catalog;
}
