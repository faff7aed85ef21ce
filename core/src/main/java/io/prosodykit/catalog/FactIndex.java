package io.prosodykit.catalog;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Maps;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.ModuleDependency;
import io.prosodykit.evidence.ProvidedName;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.FiredEvent;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The names of a catalogue's modules by what any source says about them. Each table is made when it
 * is first needed.
 */
final class FactIndex {
  private final ImmutableList<ModuleEntry> modules;

  private final Supplier<ImmutableSetMultimap<String, String>> kinds =
      table(Evidence::provides, kind -> kind);
  private final Supplier<ImmutableSetMultimap<ProvidedName, String>> items =
      table(evidence -> evidence.behaviour().items(), item -> item);
  private final Supplier<ImmutableSetMultimap<ModuleDependency, String>> dependencies =
      table(Evidence::dependencies, dependency -> dependency);
  private final Supplier<ImmutableSetMultimap<String, String>> options =
      table(Evidence::options, option -> option.name());
  private final Supplier<ImmutableSetMultimap<String, String>> libraries =
      table(Evidence::libraries, FactIndex::withoutProsody);
  private final Supplier<ImmutableSetMultimap<String, String>> handled =
      table(evidence -> evidence.behaviour().events(), event -> event.name());
  private final Supplier<ImmutableSetMultimap<String, String>> fired =
      table(evidence -> evidence.behaviour().fires(), event -> event);
  private final Supplier<ImmutableMap<String, Predicate<String>>> firedNames =
      Suppliers.memoize(() -> Maps.toMap(fired.get().keySet(), FiredEvent::named));

  /** The index of modules that all have a name of their own. */
  FactIndex(ImmutableList<ModuleEntry> modules) {
    this.modules = modules;
  }

  private <T, K> Supplier<ImmutableSetMultimap<K, String>> table(
      Function<Evidence, ImmutableList<Sourced<T>>> facts, Function<T, K> key) {
    return Suppliers.memoize(() -> read(facts, key));
  }

  private <T, K> ImmutableSetMultimap<K, String> read(
      Function<Evidence, ImmutableList<Sourced<T>>> facts, Function<T, K> key) {
    ImmutableSetMultimap.Builder<K, String> names = ImmutableSetMultimap.builder();
    for (ModuleEntry module : modules) {
      module
          .evidence()
          .ifPresent(
              evidence ->
                  facts
                      .apply(evidence)
                      .forEach(fact -> names.put(key.apply(fact.value()), module.name())));
    }
    return names.build();
  }

  /** The modules that provide items of a kind. */
  ImmutableSet<String> providing(String kind) {
    return kinds.get().get(kind);
  }

  /** The modules that provide an item. */
  ImmutableSet<String> providing(ProvidedName item) {
    return items.get().get(item);
  }

  /** The modules that have a dependency. */
  ImmutableSet<String> depending(ModuleDependency dependency) {
    return dependencies.get().get(dependency);
  }

  /** The modules that read an option. */
  ImmutableSet<String> reading(String option) {
    return options.get().get(option);
  }

  /** The modules that load a library, with or without {@code prosody.}. */
  ImmutableSet<String> loading(String library) {
    return libraries.get().get(withoutProsody(library));
  }

  private static String withoutProsody(String library) {
    String prefix = "prosody.";
    return library.startsWith(prefix) ? library.substring(prefix.length()) : library;
  }

  /** The modules that handle an event. */
  ImmutableSet<String> handling(String event) {
    return handled.get().get(event);
  }

  /** The modules that fire an event, or may, because a part of the name is computed. */
  ImmutableSet<String> firing(String event) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    firedNames
        .get()
        .forEach(
            (name, isMeant) -> {
              if (isMeant.test(event)) {
                names.addAll(fired.get().get(name));
              }
            });
    return names.build();
  }
}
