package io.prosodykit.compliance;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.compliance.SuiteFeature.Demand;
import io.prosodykit.facts.ModuleConflict;
import io.prosodykit.facts.RequiredOption;
import io.prosodykit.specification.SpecRef;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks for modules that cover what a server lacks, and that work beside its own. */
final class SuggestionSearch {
  private final HostRules rules;
  private final Set<String> own;

  /** What the server's own modules do not work without. */
  private final List<RequiredOption> unset;

  private final Set<String> added = new LinkedHashSet<>();
  private final Map<String, ModuleConflict> removed = new LinkedHashMap<>();
  private final Set<SpecRef> impossible = new TreeSet<>();

  private SuggestionSearch(List<String> own, List<RequiredOption> unset, HostRules rules) {
    this.rules = rules;
    this.unset = unset;
    this.own = new LinkedHashSet<>(own);
  }

  /**
   * Looks for modules.
   *
   * @param own the server's modules, without those that they load
   * @param unset the options without which these do not work
   */
  static CoverageSuggestion of(
      List<String> own,
      List<RequiredOption> unset,
      List<FeatureCoverage> missing,
      HostRules rules) {
    SuggestionSearch search = new SuggestionSearch(own, unset, rules);
    rules.conflicts(search.own).forEach(search::remove);
    for (FeatureCoverage cell : missing) {
      search.cover(cell);
    }
    return search.result();
  }

  private void remove(ModuleConflict conflict) {
    removed.put(conflict.module(), conflict);
    own.remove(conflict.module());
  }

  private void cover(FeatureCoverage cell) {
    boolean one = cell.feature().demand(cell.role(), cell.level()) == Demand.ONE_REQUIRED;
    Set<SpecRef> uncovered = new LinkedHashSet<>();
    for (FeatureCoverage.Gap gap : cell.missing()) {
      if (gap.add().stream().anyMatch(this::isThere) || add(gap.add())) {
        if (one) {
          return;
        }
      } else {
        uncovered.add(gap.specification());
      }
    }
    impossible.addAll(uncovered);
  }

  /** Whether a module has been added, or is there once the server's own have their options. */
  private boolean isThere(String module) {
    return added.contains(module)
        || unset.stream()
            .map(RequiredOption::module)
            .filter(own::contains)
            .anyMatch(needing -> rules.loading(List.of(needing)).contains(module));
  }

  /** Adds the first module that works; one that needs no option is preferred. */
  private boolean add(List<String> candidates) {
    Optional<String> best =
        candidates.stream()
            .filter(this::works)
            .min(
                (one, other) ->
                    Integer.compare(
                        rules.requiredOptions(List.of(one)).size(),
                        rules.requiredOptions(List.of(other)).size()));
    best.ifPresent(
        module -> {
          added.add(module);
          rules.conflicts(all()).forEach(this::remove);
        });
    return best.isPresent();
  }

  /** Whether a module has no conflict, or only with one of the server's that it replaces. */
  private boolean works(String module) {
    Set<String> all = all();
    all.add(module);
    return rules.conflicts(all).stream()
        .allMatch(conflict -> own.contains(conflict.module()) && !conflict.module().equals(module));
  }

  private Set<String> all() {
    Set<String> all = new LinkedHashSet<>(own);
    all.addAll(added);
    return all;
  }

  private CoverageSuggestion result() {
    ImmutableList.Builder<String> hosts = ImmutableList.builder();
    Map<String, Set<String>> components = new TreeMap<>();
    for (String module : added) {
      Optional<String> component = rules.component(module);
      if (component.isEmpty()) {
        hosts.add(module);
      } else {
        Set<String> modules =
            components.computeIfAbsent(component.get(), name -> new LinkedHashSet<>());
        if (!component.get().equals(module)) {
          modules.add(module);
        }
      }
    }
    return new CoverageSuggestion(
        hosts.build(),
        components.entrySet().stream()
            .map(
                component ->
                    new CoverageSuggestion.Component(
                        component.getKey(), ImmutableSet.copyOf(component.getValue()).asList()))
            .collect(ImmutableList.toImmutableList()),
        ImmutableList.copyOf(removed.values()),
        ImmutableList.<RequiredOption>builder()
            .addAll(unset)
            .addAll(rules.requiredOptions(added))
            .build(),
        ImmutableList.copyOf(impossible));
  }
}
