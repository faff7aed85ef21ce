package io.prosodykit.facts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.specification.SpecRef;

/**
 * What is known about the server that modules run in: its options, its module API, its libraries,
 * what its loader reads, the libraries of its Lua, its events. Each part is read when it is first
 * needed.
 *
 * <p>{@link ModuleCatalog#server()} returns it.
 *
 * @since 0.1.0
 */
public final class ServerFacts {
  private static final ServerFacts REFERENCE = new ServerFacts();

  private ServerFacts() {}

  /** {@return the facts that come with this library} */
  public static ServerFacts reference() {
    return REFERENCE;
  }

  /** {@return what is known about the options of the configuration} */
  public ConfigurationOptions options() {
    return Options.ALL;
  }

  /** {@return what is known about the functions and libraries that modules find in Prosody} */
  public ModuleApi moduleApi() {
    return Api.ALL;
  }

  /** {@return what is known about what Prosody's own libraries have} */
  public ServerLibraries libraries() {
    return Libraries.ALL;
  }

  /** {@return what is known about what Prosody reads in a module before it loads it} */
  public LoaderRules loader() {
    return Loader.ALL;
  }

  /** {@return what is known about what modules need of the configuration that loads them} */
  public ConfigurationRules rules() {
    return Rules.ALL;
  }

  /** {@return what is known about the libraries of Lua} */
  public LuaLibraries luaLibraries() {
    return Lua.ALL;
  }

  /** {@return the events that Prosody fires} */
  public ServerEvents events() {
    return Events.ALL;
  }

  /**
   * {@return the namespaces that a client takes for granted, or uses before service discovery is
   * possible, each with the specification that defines it} No server advertises them.
   */
  public ImmutableMap<String, SpecRef> grantedNamespaces() {
    return Namespaces.GRANTED;
  }

  /**
   * {@return the community's words for how reliable a module is, in lower case} Its READMEs have
   * one of them, after {@code Stage-}, as a label, and {@link Evidence#stage()} returns it.
   */
  public ImmutableList<Sourced<String>> stages() {
    return Stages.ALL;
  }

  /** {@return what installs the libraries that are neither Lua's nor Prosody's} */
  public Rocks rocks() {
    return Packages.ALL;
  }

  private static final class Options {
    static final ConfigurationOptions ALL = ServerFactsReader.options();
  }

  private static final class Api {
    static final ModuleApi ALL = ServerFactsReader.moduleApi();
  }

  private static final class Libraries {
    static final ServerLibraries ALL = LibraryReader.read();
  }

  private static final class Loader {
    static final LoaderRules ALL = ServerFactsReader.loader();
  }

  private static final class Rules {
    static final ConfigurationRules ALL = ServerFactsReader.rules();
  }

  private static final class Lua {
    static final LuaLibraries ALL = ServerFactsReader.luaLibraries();
  }

  private static final class Events {
    static final ServerEvents ALL = ServerFactsReader.events();
  }

  private static final class Namespaces {
    static final ImmutableMap<String, SpecRef> GRANTED = ServerFactsReader.grantedNamespaces();
  }

  private static final class Packages {
    static final Rocks ALL = ServerFactsReader.rocks();
  }

  private static final class Stages {
    static final ImmutableList<Sourced<String>> ALL = ServerFactsReader.stages();
  }
}
