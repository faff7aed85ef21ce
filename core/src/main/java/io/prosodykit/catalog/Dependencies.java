package io.prosodykit.catalog;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.ModuleDependency;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.version.ProsodyVersion;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What modules load, and how much they need it, by name: according to the evidence, and according
 * to their catalogue.
 */
final class Dependencies {
  private Dependencies() {}

  /** By the newest source of each module. */
  static Function<String, Map<String, ModuleDependency.Kind>> now(ModuleCatalog catalog) {
    return of(catalog, Dependencies::now);
  }

  /** All that a module loads on a version; no name is known on a version that is not recorded. */
  static Requirements requirements(
      ModuleCatalog catalog, ModuleEntry entry, ProsodyVersion version) {
    boolean recorded = catalog.knowledge().isRecorded(version);
    return DependencyWalk.of(
        entry.name(), on(catalog, version), name -> recorded && catalog.find(name).isPresent());
  }

  /** On a version; nothing for a module without a source from that time. */
  static Function<String, Map<String, ModuleDependency.Kind>> on(
      ModuleCatalog catalog, ProsodyVersion version) {
    Knowledge knowledge = catalog.knowledge();
    return of(catalog, evidence -> said(evidence, fact -> knowledge.holds(fact, version)));
  }

  private static Function<String, Map<String, ModuleDependency.Kind>> of(
      ModuleCatalog catalog, Function<Evidence, Map<String, ModuleDependency.Kind>> recorded) {
    return name -> {
      Map<String, ModuleDependency.Kind> needed = new LinkedHashMap<>();
      catalog
          .find(name)
          .ifPresent(
              entry ->
                  entry
                      .dependencies()
                      .forEach(declared -> needed.put(declared, ModuleDependency.Kind.REQUIRED)));
      catalog
          .knowledge()
          .evidence(name)
          .map(recorded)
          .ifPresent(known -> known.forEach(needed::putIfAbsent));
      return needed;
    };
  }

  private static Map<String, ModuleDependency.Kind> now(Evidence evidence) {
    return Stream.of(
            evidence.dependencies(), evidence.options(), evidence.provides(), evidence.libraries())
        .flatMap(List::stream)
        .map(Sourced::last)
        .max(Comparator.comparing(Source::date).thenComparing(Source::version))
        .map(newest -> said(evidence, fact -> fact.sources().contains(newest)))
        .orElse(ImmutableMap.of());
  }

  /** What is needed in several ways has the strongest of them. */
  private static Map<String, ModuleDependency.Kind> said(
      Evidence evidence, Predicate<Sourced<ModuleDependency>> wanted) {
    Map<String, ModuleDependency.Kind> modules = new TreeMap<>();
    evidence.dependencies().stream()
        .filter(wanted)
        .map(Sourced::value)
        .forEach(
            needed -> modules.merge(needed.module(), needed.kind(), ModuleDependency.Kind::and));
    return modules;
  }
}
