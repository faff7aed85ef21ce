package io.prosodykit.facts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.Sourced;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What catalogue files add to the facts about the server that come with this library. A fact that
 * names its sources adds these to what is known; any other replaces what is known of the same name.
 *
 * @param requiredOptions options that modules do not work without
 * @param componentsOnly the modules of components that do not work on a virtual host
 * @param conflicts pairs of modules that do not work on the same host
 * @param coreOptions options that Prosody reads outside its modules
 * @param obsoleteOptions options that Prosody dropped or renamed
 * @param rocks what installs libraries that are neither Lua's nor Prosody's
 * @param events what events pass to their handlers
 * @param fired the events that parts of Prosody other than its modules fire
 * @param libraries what Prosody's own libraries have
 * @since 0.1.0
 */
public record ServerLayer(
    ImmutableList<Sourced<RequiredOption>> requiredOptions,
    ImmutableList<Sourced<String>> componentsOnly,
    ImmutableList<Sourced<ModuleConflict>> conflicts,
    ImmutableList<OptionNames> coreOptions,
    ImmutableList<ObsoleteOption> obsoleteOptions,
    ImmutableList<Rock> rocks,
    ImmutableList<ServerEvent> events,
    ImmutableList<FiredEvent> fired,
    ImmutableList<LoadedLibrary> libraries) {

  static final ServerLayer NONE =
      new ServerLayer(
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of());

  /** {@return a builder of facts that add to those that come with this library} */
  public static ServerLayerBuilder builder() {
    return new ServerLayerBuilder();
  }

  /** {@return whether this adds nothing} */
  public boolean isEmpty() {
    return requiredOptions.isEmpty()
        && componentsOnly.isEmpty()
        && conflicts.isEmpty()
        && coreOptions.isEmpty()
        && obsoleteOptions.isEmpty()
        && rocks.isEmpty()
        && events.isEmpty()
        && fired.isEmpty()
        && libraries.isEmpty();
  }

  /** This layer with a later one on top. */
  ServerLayer plus(ServerLayer later) {
    return new ServerLayer(
        joined(requiredOptions, later.requiredOptions),
        joined(componentsOnly, later.componentsOnly),
        joined(conflicts, later.conflicts),
        latest(coreOptions, later.coreOptions, OptionNames::pattern),
        latest(obsoleteOptions, later.obsoleteOptions, ObsoleteOption::name),
        latest(rocks, later.rocks, Rock::library),
        latest(events, later.events, ServerEvent::name),
        latest(fired, later.fired, FiredEvent::nameAndPart),
        merged(libraries, later.libraries, LoadedLibrary::name, LoadedLibrary::plus));
  }

  /** The facts of both lists; one that is in both has the sources of both. */
  static <T> ImmutableList<Sourced<T>> joined(List<Sourced<T>> some, List<Sourced<T>> others) {
    return merged(some, others, Sourced::value, (one, other) -> one.alsoIn(other.sources()));
  }

  /** The values of both lists, of which a later one takes the place of one with the same key. */
  static <T> ImmutableList<T> latest(List<T> some, List<T> later, Function<T, String> key) {
    return merged(some, later, key, (one, other) -> other);
  }

  /** The values of a table and later ones, sorted by their keys. */
  static <T> ImmutableMap<String, T> sorted(
      Iterable<T> table, List<T> later, Function<T, String> key) {
    Map<String, T> byKey = new TreeMap<>();
    table.forEach(value -> byKey.put(key.apply(value), value));
    later.forEach(value -> byKey.put(key.apply(value), value));
    return ImmutableMap.copyOf(byKey);
  }

  private static <T, K> ImmutableList<T> merged(
      List<T> some, List<T> others, Function<T, K> key, BinaryOperator<T> merge) {
    Map<K, T> byKey = new LinkedHashMap<>();
    Stream.of(some, others)
        .flatMap(List::stream)
        .forEach(value -> byKey.merge(key.apply(value), value, merge));
    return ImmutableList.copyOf(byKey.values());
  }
}
