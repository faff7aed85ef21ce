package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import io.prosodykit.specification.SpecRef;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** What sources say that a module's code does. */
record EvidenceFacts(
    ImmutableList<Sourced<ModuleDependency>> dependencies,
    ImmutableList<Sourced<ModuleOption>> options,
    ImmutableList<Sourced<String>> provides,
    ImmutableList<Sourced<SpecRef>> specifications,
    ImmutableList<Sourced<String>> libraries,
    ModuleBehaviour behaviour) {
  static final EvidenceFacts NONE =
      of(List.of(), List.of(), List.of(), List.of(), List.of(), ModuleBehaviour.NONE);

  static EvidenceFacts of(
      List<Sourced<ModuleDependency>> dependencies,
      List<Sourced<ModuleOption>> options,
      List<Sourced<String>> provides,
      List<Sourced<SpecRef>> specifications,
      List<Sourced<String>> libraries,
      ModuleBehaviour behaviour) {
    return new EvidenceFacts(
        ImmutableList.copyOf(dependencies),
        ImmutableList.copyOf(options),
        ImmutableList.copyOf(provides),
        ImmutableList.copyOf(specifications),
        ImmutableList.copyOf(libraries),
        behaviour);
  }

  /** The facts, sorted; those that are there several times have the sources of all. */
  static EvidenceFacts joining(
      List<Sourced<ModuleDependency>> dependencies,
      List<Sourced<ModuleOption>> options,
      List<Sourced<String>> provides,
      List<Sourced<SpecRef>> specifications,
      List<Sourced<String>> libraries,
      ModuleBehaviour behaviour) {
    return new EvidenceFacts(
        joined(dependencies, ModuleDependency::module),
        joined(options, ModuleOption::name),
        joined(provides, item -> item),
        joined(specifications, fact -> fact),
        joined(libraries, name -> name),
        behaviour);
  }

  /** These facts about a module, with those that branches have in common with older ones. */
  EvidenceFacts carriedOver(String module, List<Likeness> likenesses) {
    EvidenceFacts all = this;
    for (Likeness likeness : likenesses) {
      all = all.carriedOver(module, likeness);
    }
    return all;
  }

  private EvidenceFacts carriedOver(String module, Likeness likeness) {
    return new EvidenceFacts(
        likeness.carry(module, "dependencies", dependencies, ModuleDependency::module),
        likeness.carry(module, "options", options, ModuleOption::name),
        likeness.carry(module, "provides", provides, item -> item),
        likeness.carry(module, "specifications", specifications, Object::toString),
        likeness.carry(module, "libraries", libraries, name -> name),
        behaviour.carriedOver(module, likeness));
  }

  static <T, K extends Comparable<? super K>> ImmutableList<Sourced<T>> joined(
      List<Sourced<T>> facts, Function<T, K> key) {
    ImmutableSetMultimap.Builder<T, Source> sources = ImmutableSetMultimap.builder();
    for (Sourced<T> fact : facts) {
      sources.putAll(fact.value(), fact.sources());
    }
    return sources.build().asMap().entrySet().stream()
        .map(
            fact ->
                new Sourced<>(
                    fact.getKey(),
                    ImmutableList.sortedCopyOf(Source.OLDEST_FIRST, fact.getValue())))
        .sorted(Comparator.comparing((Sourced<T> fact) -> key.apply(fact.value())))
        .collect(ImmutableList.toImmutableList());
  }
}
