package io.prosodykit.facts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.specification.SpecRef;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the server that modules run in: its options, its module API, its libraries,
 * what its loader reads, the libraries of its Lua, its events. That is what comes with this
 * library, of which each part is read when it is first needed, and what catalogue files {@linkplain
 * #overlaidWith add} to it. A value: it never changes.
 *
 * <p>{@link ModuleCatalog#server()} returns that of a catalogue.
 *
 * @since 0.1.0
 */
public final class ServerFacts {
  private static final ServerFacts REFERENCE =
      new ServerFacts(Knowledge.builtIn(), ServerLayer.NONE);

  private final Knowledge knowledge;
  private final ServerLayer added;

  /** Null for what comes with this library alone. */
  private final @Nullable OverlaidFacts overlaid;

  private ServerFacts(Knowledge knowledge, ServerLayer added) {
    this.knowledge = knowledge;
    this.added = added;
    this.overlaid =
        added.isEmpty() && knowledge.additions().isEmpty()
            ? null
            : new OverlaidFacts(added, knowledge);
  }

  /**
   * {@return the facts that come with this library, and further ones}
   *
   * @param knowledge what is known about Prosody's releases and about modules
   * @param added further facts about the server
   * @throws IllegalArgumentException if there are further facts, but the knowledge {@linkplain
   *     Knowledge#additions adds} nothing, not even their version and day
   */
  public static ServerFacts of(Knowledge knowledge, ServerLayer added) {
    if (!added.isEmpty() && knowledge.additions().isEmpty()) {
      throw new IllegalArgumentException(
          "facts about the server need knowledge with a version and a day");
    }
    return new ServerFacts(knowledge, added);
  }

  /** {@return the facts that come with this library} */
  public static ServerFacts reference() {
    return REFERENCE;
  }

  /** {@return what is known about Prosody's releases and about modules} */
  public Knowledge knowledge() {
    return knowledge;
  }

  /** {@return what catalogue files add to the facts that come with this library} */
  public ServerLayer additions() {
    return added;
  }

  /**
   * {@return these facts with what others add}
   *
   * @param overlay the facts that take precedence
   */
  public ServerFacts overlaidWith(ServerFacts overlay) {
    return new ServerFacts(
        knowledge.overlaidWith(overlay.knowledge),
        added.equals(overlay.added) ? added : added.plus(overlay.added));
  }

  /** {@return what is known about the options of the configuration} */
  public ConfigurationOptions options() {
    return overlaid == null ? Options.ALL : overlaid.options();
  }

  /** {@return what is known about the functions and libraries that modules find in Prosody} */
  public ModuleApi moduleApi() {
    return Api.ALL;
  }

  /** {@return what is known about what Prosody's own libraries have} */
  public ServerLibraries libraries() {
    return overlaid == null ? Libraries.ALL : overlaid.libraries();
  }

  /** {@return what is known about what Prosody reads in a module before it loads it} */
  public LoaderRules loader() {
    return Loader.ALL;
  }

  /** {@return what is known about what modules need of the configuration that loads them} */
  public ConfigurationRules rules() {
    return overlaid == null ? Rules.ALL : overlaid.rules();
  }

  /** {@return what is known about the libraries of Lua} */
  public LuaLibraries luaLibraries() {
    return Lua.ALL;
  }

  /** {@return the events that Prosody fires} */
  public ServerEvents events() {
    return overlaid == null ? Events.ALL : overlaid.events();
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
    return overlaid == null ? Packages.ALL : overlaid.rocks();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof ServerFacts that
            && knowledge.equals(that.knowledge)
            && added.equals(that.added));
  }

  @Override
  public int hashCode() {
    return 31 * knowledge.hashCode() + added.hashCode();
  }

  /** Prints the version and the day of what is known, for people. */
  @Override
  public String toString() {
    return knowledge.toString();
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
