package io.prosodykit.facts;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.prosodykit.evidence.CarriedFacts;
import io.prosodykit.evidence.Gone;
import io.prosodykit.evidence.GoneFact;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.ModuleDependency;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.version.ProsodyVersion;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What modules need of the configuration that loads them: options without which they do not work,
 * the right kind of host, and no module beside them that does the same.
 *
 * @since 0.1.0
 */
public final class ConfigurationRules {
  private final ImmutableList<Sourced<RequiredOption>> requiredOptions;
  private final ImmutableList<Sourced<String>> componentsOnly;
  private final ImmutableList<Sourced<ModuleConflict>> conflicts;

  /** What is known about Prosody's releases, and about modules and what they load. */
  private final Knowledge knowledge;

  ConfigurationRules(
      ImmutableList<Sourced<RequiredOption>> requiredOptions,
      ImmutableList<Sourced<String>> componentsOnly,
      ImmutableList<Sourced<ModuleConflict>> conflicts,
      Knowledge knowledge) {
    this.requiredOptions = requiredOptions;
    this.componentsOnly = componentsOnly;
    this.conflicts = conflicts;
    this.knowledge = knowledge;
  }

  ConfigurationRules with(ServerLayer layer, Knowledge known) {
    return new ConfigurationRules(
        carried(
            ServerLayer.joined(requiredOptions, layer.requiredOptions()),
            known,
            needed -> needed.module() + " " + needed,
            (needed, gone) ->
                needed.options().stream()
                    .anyMatch(option -> isGone(gone, needed.module(), "requiredOptions", option))),
        carried(
            ServerLayer.joined(componentsOnly, layer.componentsOnly()),
            known,
            module -> module,
            (module, gone) -> isGone(gone, module, "componentsOnly", module)),
        carried(
            ServerLayer.joined(conflicts, layer.conflicts()),
            known,
            pair -> pair.module() + " " + pair.instead(),
            (pair, gone) -> isGone(gone, pair.module(), "conflicts", pair.instead())),
        known);
  }

  private static <T> ImmutableList<Sourced<T>> carried(
      ImmutableList<Sourced<T>> facts,
      Knowledge known,
      Function<T, String> name,
      BiPredicate<T, Gone> isGone) {
    ImmutableSet<Source> sources =
        facts.stream().flatMap(fact -> fact.sources().stream()).collect(toImmutableSet());
    return CarriedFacts.of(known, facts, sources, name, isGone);
  }

  private static boolean isGone(Gone gone, String module, String kind, String name) {
    return gone.modules().contains(module)
        || gone.facts().contains(new GoneFact(module, kind, name));
  }

  /**
   * {@return the options without which modules do not work, by module} Real servers of the sources
   * log an error without them.
   */
  public ImmutableList<Sourced<RequiredOption>> requiredOptions() {
    return requiredOptions;
  }

  /**
   * {@return what a module needs, all of it}
   *
   * @param module its name without {@code mod_}
   * @param version a release, a branch, or trunk, which counts as the newest branch
   */
  public ImmutableList<RequiredOption> requiredOptions(String module, ProsodyVersion version) {
    return now(requiredOptions, module, RequiredOption::module, version);
  }

  /**
   * {@return the modules of components that do not work on a virtual host, by name} A module that
   * always loads one of them does not work there, either.
   */
  public ImmutableList<Sourced<String>> componentsOnly() {
    return componentsOnly;
  }

  /**
   * {@return the module of the component that a module has to be loaded on, which may be itself;
   * empty if a virtual host may load it}
   *
   * @param module its name without {@code mod_}
   * @param version a release, a branch, or trunk, which counts as the newest branch
   */
  public Optional<String> component(String module, ProsodyVersion version) {
    ImmutableList<String> components =
        componentsOnly.stream()
            .filter(fact -> knowledge.holds(fact, version))
            .map(Sourced::value)
            .collect(toImmutableList());
    return components.contains(module)
        ? Optional.of(module)
        : knowledge.evidence(module).stream()
            .flatMap(evidence -> evidence.dependencies().stream())
            .filter(fact -> fact.value().kind() == ModuleDependency.Kind.REQUIRED)
            .filter(fact -> knowledge.holds(fact, version))
            .map(fact -> fact.value().module())
            .filter(components::contains)
            .findFirst();
  }

  /**
   * {@return the line of a configuration that opens the section of a component}
   *
   * @param module the component's module, without {@code mod_}
   */
  public static String section(String module) {
    // it is the default
    return module.equals("component")
        ? "Component \"HOST\""
        : "Component \"HOST\" \"" + module + "\"";
  }

  /** {@return the pairs of modules that do not work on the same host, by the one to disable} */
  public ImmutableList<Sourced<ModuleConflict>> conflicts() {
    return conflicts;
  }

  /**
   * {@return the facts of a table that are about a module}
   *
   * @param facts the table
   * @param module the name of the module, without {@code mod_}
   * @param names the names of the modules in a row
   */
  private static <T> ImmutableList<Sourced<T>> about(
      ImmutableList<Sourced<T>> facts, String module, Function<T, Set<String>> names) {
    return facts.stream()
        .filter(fact -> names.apply(fact.value()).contains(module))
        .collect(toImmutableList());
  }

  /**
   * {@return the options without which a module does not work, in any version}
   *
   * @param module its name without {@code mod_}
   */
  public ImmutableList<Sourced<RequiredOption>> requiredOptions(String module) {
    return about(requiredOptions, module, needed -> Set.of(needed.module()));
  }

  /**
   * {@return the conflicts of a module with others, in any version}
   *
   * @param module its name without {@code mod_}
   */
  public ImmutableList<Sourced<ModuleConflict>> conflicts(String module) {
    return about(conflicts, module, pair -> Set.of(pair.module(), pair.instead()));
  }

  /**
   * {@return the conflicts between modules of one host}
   *
   * @param modules their names without {@code mod_}
   * @param version a release, a branch, or trunk, which counts as the newest branch
   */
  public ImmutableList<ModuleConflict> conflicts(
      Collection<String> modules, ProsodyVersion version) {
    Set<String> names = ImmutableSet.copyOf(modules);
    return conflicts(version).stream()
        .filter(pair -> names.contains(pair.module()) && names.contains(pair.instead()))
        .collect(toImmutableList());
  }

  ImmutableList<ModuleConflict> conflicts(ProsodyVersion version) {
    return conflicts.stream()
        .filter(fact -> knowledge.holds(fact, version))
        .map(Sourced::value)
        .collect(toImmutableList());
  }

  /**
   * {@return why modules do not work as hosts load them, by host}
   *
   * @param hosts the hosts
   * @param version a release, a branch, or trunk, which counts as the newest branch
   */
  public ImmutableList<ConfigurationFault> faults(
      Collection<ConfiguredHost> hosts, ProsodyVersion version) {
    if (hosts.isEmpty()) {
      return ImmutableList.of();
    }
    HostFaults faults = new HostFaults(this, version, knowledge);
    return hosts.stream().flatMap(faults::of).collect(toImmutableList());
  }

  /** The facts about a module; if the snapshots of the time differ, what the newest one says. */
  private <T> ImmutableList<T> now(
      ImmutableList<Sourced<T>> facts,
      String module,
      Function<T, String> name,
      ProsodyVersion version) {
    ImmutableList<Sourced<T>> holding =
        facts.stream()
            .filter(
                fact -> name.apply(fact.value()).equals(module) && knowledge.holds(fact, version))
            .collect(toImmutableList());
    if (holding.isEmpty()) {
      return ImmutableList.of();
    }
    ProsodyVersion branch = knowledge.branchOf(version);
    String newest = Collections.max(Lists.transform(holding, fact -> newestSnapshot(fact, branch)));
    return holding.stream()
        .filter(fact -> newestSnapshot(fact, branch).equals(newest))
        .map(Sourced::value)
        .collect(toImmutableList());
  }

  /** The date of the newest snapshot of a time that says so; empty if none does. */
  private static String newestSnapshot(Sourced<?> fact, ProsodyVersion branch) {
    return fact.sources().stream()
        .filter(source -> source.kind() != Source.Kind.RELEASE && source.release().equals(branch))
        .map(Source::date)
        .max(Comparator.naturalOrder())
        .orElse("");
  }
}
