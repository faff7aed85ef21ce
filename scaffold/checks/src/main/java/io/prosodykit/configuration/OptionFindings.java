package io.prosodykit.configuration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ConfigurationOptions;
import io.prosodykit.facts.OptionNames;
import io.prosodykit.text.NearestNames;
import io.prosodykit.version.ProsodyVersion;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds options that have no effect, or will have none: obsolete, misplaced and misspelt ones. */
final class OptionFindings {
  /** The most options that are compared with others, because that takes time. */
  private static final int MOST_COMPARED = 1_000;

  private final ModuleCatalog catalog;
  private final ConfigurationOptions options;
  private final ProsodyVersion release;
  private final Set<String> everywhere = new HashSet<>();
  private final Set<String> here = new HashSet<>();
  private int compared;

  /** Null before it is needed. */
  private @Nullable ImmutableSet<String> all;

  /** Modules are the names of those that some host loads. */
  OptionFindings(ModuleCatalog catalog, ProsodyVersion release, Collection<String> modules) {
    this.catalog = catalog;
    this.options = catalog.server().options();
    this.release = release;
    for (OptionNames option : options.core()) {
      everywhere.add(option.pattern());
      if (option.holdsOn(release)) {
        here.add(option.pattern());
      }
    }
    options.shared().forEach(option -> everywhere.add(option.value()));
    options.composed().forEach(option -> everywhere.add(option.option().name()));
    for (String module : modules) {
      options.composed(module, release).forEach(option -> here.add(option.name()));
      catalog.knowledge().evidence(module).stream()
          .flatMap(evidence -> evidence.options().stream())
          .filter(fact -> catalog.knowledge().holds(fact, release))
          .forEach(fact -> here.add(fact.value().name()));
    }
  }

  ImmutableList<ConfigurationMessage> of(EffectiveSection section) {
    ImmutableList.Builder<ConfigurationMessage> findings = ImmutableList.builder();
    for (EffectiveOption option : section.options()) {
      if (!option.name().equals(EffectiveSection.DEFINED)) {
        problem(section, option.name())
            .ifPresent(
                problem ->
                    findings.add(new ConfigurationMessage(option.file(), option.line(), problem)));
      }
    }
    return findings.build();
  }

  private Optional<String> problem(EffectiveSection section, String name) {
    Optional<String> obsolete =
        options
            .findObsolete(name)
            .filter(option -> option.isChecked(release))
            .map(
                option ->
                    "%s is obsolete since %s: %s".formatted(name, option.since(), option.advice()));
    if (obsolete.isPresent()) {
      return obsolete;
    } else if (!section.isGlobal() && options.isGlobalOnly(name, release)) {
      return Optional.of(
          "%s has no effect below %s: set it in the global section".formatted(name, section));
    }
    return isKnown(name) || ++compared > MOST_COMPARED ? Optional.empty() : misspelt(name);
  }

  private boolean isKnown(String name) {
    return here.contains(name)
        || everywhere.contains(name)
        || options.findObsolete(name).isPresent()
        || options.computed().stream()
            .anyMatch(pattern -> pattern.module().isEmpty() && pattern.matches(name))
        || readByAny().contains(name);
  }

  /** The options of all modules that are known, of which this reads the evidence when necessary. */
  private ImmutableSet<String> readByAny() {
    ImmutableSet<String> known = all;
    if (known == null) {
      ImmutableSet.Builder<String> names = ImmutableSet.builder();
      for (String module : catalog.knowledge().modules()) {
        catalog.knowledge().evidence(module).stream()
            .map(Evidence::options)
            .flatMap(facts -> facts.stream().map(Sourced::value))
            .forEach(option -> names.add(option.name()));
      }
      known = names.build();
      all = known;
    }
    return known;
  }

  private Optional<String> misspelt(String name) {
    ImmutableList<String> nearest =
        NearestNames.of(name, here).stream().limit(1).collect(ImmutableList.toImmutableList());
    return nearest.isEmpty()
        ? Optional.empty()
        : Optional.of("no module reads " + name + NearestNames.suggestion("option", nearest));
  }
}
