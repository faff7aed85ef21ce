package io.prosodykit.configuration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.LoaderHint;
import io.prosodykit.evidence.ModuleDependency;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.AutoloadedModules;
import io.prosodykit.facts.LoaderRules;
import io.prosodykit.facts.ModulePrefix;
import io.prosodykit.facts.RequiredOption;
import io.prosodykit.version.ProsodyVersion;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which modules a release loads on its own, and for others.
 *
 * @param catalog what is known
 * @param release the release
 */
record LoadingRules(ModuleCatalog catalog, ProsodyVersion release) {
  private static final String INHERIT = "inherit_modules";

  private LoaderRules loader() {
    return catalog.server().loader();
  }

  private AutoloadedModules autoloaded() {
    return loader().autoloaded();
  }

  /** {@return what is loaded on every host, unless it is disabled} */
  ImmutableSet<String> always() {
    return autoloaded().always(release);
  }

  /**
   * {@return what of the global section is loaded on a component, too}
   *
   * @param module the module of the component
   */
  ImmutableSet<String> inherited(String module) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    names.addAll(autoloaded().inherited(release));
    if (loader().reads(INHERIT, release)) {
      hints(module).forEach(hint -> names.addAll(hint.values()));
    }
    return names.build();
  }

  private Stream<LoaderHint> hints(String module) {
    return find(module).flatMap(ModuleEntry::evidence).stream()
        .map(Evidence::behaviour)
        .flatMap(behaviour -> behaviour.hints().stream())
        .filter(hint -> hint.value().key().equals(INHERIT) && hint.holdsOn(release))
        .map(Sourced::value);
  }

  /** A server adds {@code mod_} to every name, even to one that begins with it. */
  private Optional<ModuleEntry> find(String module) {
    return catalog.find("mod_" + module);
  }

  /** {@return what a module loads itself, whatever is configured} */
  ImmutableSet<String> needed(String module) {
    return dependencies(module, this::isLoaded);
  }

  /** {@return what a module does not load without} */
  ImmutableSet<String> required(String module) {
    return dependencies(module, needed -> needed.kind() == ModuleDependency.Kind.REQUIRED);
  }

  private ImmutableSet<String> dependencies(String module, Predicate<ModuleDependency> wanted) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    find(module)
        .ifPresent(
            entry -> {
              names.addAll(entry.dependencies());
              entry.evidence().stream()
                  .flatMap(evidence -> evidence.dependencies().stream())
                  .filter(fact -> catalog.knowledge().holds(fact, release))
                  .filter(fact -> wanted.test(fact.value()))
                  .forEach(fact -> names.add(fact.value().module()));
            });
    return names.build();
  }

  /** {@return the options that a module does not work without} */
  ImmutableList<RequiredOption> requiredOptions(String module) {
    return catalog.server().rules().requiredOptions(module, release);
  }

  /** A module that another one can do without is loaded if it is there. */
  private boolean isLoaded(ModuleDependency needed) {
    return switch (needed.kind()) {
      case REQUIRED -> true;
      case SOFT ->
          catalog
              .knowledge()
              .evidence(needed.module())
              .filter(evidence -> evidence.presence(release) == Presence.SHIPPED)
              .isPresent();
      default -> false;
    };
  }

  /** {@return the modules that are loaded instead of old names} */
  ImmutableMap<String, String> renamed() {
    return autoloaded().renamed(release);
  }

  /** {@return the modules that are skipped beside others} */
  ImmutableMap<String, String> skipped() {
    return autoloaded().skipped(release);
  }

  /** {@return the kinds of modules that options name} */
  ImmutableList<ModulePrefix> providers() {
    return catalog.server().options().modulePrefixes().stream()
        .map(Sourced::value)
        .filter(ModulePrefix::isLoadedByOption)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * {@return the module that is loaded if an option is not set; empty if there is none}
   *
   * @param option for example {@code authentication}
   */
  Optional<String> usual(String option) {
    return autoloaded().usual(option, release);
  }
}
