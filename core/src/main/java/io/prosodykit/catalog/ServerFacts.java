package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * What is known of the server that modules run in: its options, its module API, the libraries of
 * its Lua, its events. Each part is read when it is first asked for, and is then always the same.
 *
 * <p>{@link ModuleCatalog#server()} has it.
 */
public final class ServerFacts {
  private static final ServerFacts REFERENCE = new ServerFacts();

  private ServerFacts() {}

  /**
   * Returns the facts that come with this library.
   *
   * @return always the same
   */
  public static ServerFacts reference() {
    return REFERENCE;
  }

  /**
   * Returns what is known of the options of the configuration.
   *
   * @return always the same
   */
  public ConfigurationOptions options() {
    return Options.ALL;
  }

  /**
   * Returns what is known of the functions and libraries that modules find in Prosody.
   *
   * @return always the same
   */
  public ModuleApi moduleApi() {
    return Api.ALL;
  }

  /**
   * Returns what is known of the libraries of Lua.
   *
   * @return always the same
   */
  public LuaLibraries luaLibraries() {
    return Lua.ALL;
  }

  /**
   * Returns the events that Prosody fires.
   *
   * @return always the same
   */
  public ServerEvents events() {
    return Events.ALL;
  }

  /**
   * Returns the namespaces that a client takes for granted, or asks for before there is service
   * discovery. No server advertises them.
   *
   * @return the specification that each is from, by namespace
   */
  public ImmutableMap<String, SpecRef> grantedNamespaces() {
    return Namespaces.GRANTED;
  }

  /**
   * Returns how far a module can be relied on in the words of the community: its READMEs have one
   * of these behind {@code Stage-} as a label, and {@link Evidence#stage()} has it.
   *
   * @return in lower case
   */
  public ImmutableList<Sourced<String>> stages() {
    return Stages.ALL;
  }

  private static final class Options {
    static final ConfigurationOptions ALL = ServerFactsReader.options();
  }

  private static final class Api {
    static final ModuleApi ALL = ServerFactsReader.moduleApi();
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

  private static final class Stages {
    static final ImmutableList<Sourced<String>> ALL = ServerFactsReader.stages();
  }
}
