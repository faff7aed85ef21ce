package io.prosodykit.lint;

import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ConfigurationOptions;
import io.prosodykit.facts.ModulePrefix;
import io.prosodykit.module.DependencyUse;
import io.prosodykit.module.ModuleCode;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The owners of the options that a module may read.
 *
 * @param prefixes the prefixes of its own options, and of those of the modules that it loads; no
 *     prefix begins with another one
 */
record OptionOwners(NavigableSet<String> prefixes, ConfigurationOptions options, Targets targets) {
  /** No module has a longer name than this. */
  private static final int LONGEST_MODULE = 100;

  static OptionOwners of(LintedModule module, ConfigurationOptions options, Targets targets) {
    NavigableSet<String> prefixes = new TreeSet<>();
    addPrefixes(module.name(), options, prefixes);
    for (ModuleCode code : module.code().values()) {
      for (DependencyUse needed : code.facts().dependencies()) {
        addPrefixes(needed.name().text().orElse(module.name()), options, prefixes);
      }
    }
    return new OptionOwners(shortest(prefixes), options, targets);
  }

  /** Omits prefixes that begin with another one. */
  private static NavigableSet<String> shortest(NavigableSet<String> prefixes) {
    NavigableSet<String> shortest = new TreeSet<>();
    for (String prefix : prefixes) {
      if (shortest.isEmpty() || !prefix.startsWith(shortest.last())) {
        shortest.add(prefix);
      }
    }
    return shortest;
  }

  private static void addPrefixes(String name, ConfigurationOptions options, Set<String> prefixes) {
    prefixes.add(name);
    for (Sourced<ModulePrefix> kind : options.modulePrefixes()) {
      String prefix = kind.value().prefix();
      if (name.startsWith(prefix)) {
        prefixes.add(name.substring(prefix.length()));
      }
    }
  }

  /** {@return whether an option belongs to the module, to one that it loads, or to Prosody} */
  boolean have(String name) {
    String prefix = prefixes.floor(name);
    return (prefix != null && name.startsWith(prefix)) || isServers(name);
  }

  /** {@return whether Prosody itself or one of its own modules reads an option} */
  private boolean isServers(String option) {
    if (options.isShared(option) || options.findObsolete(option).isPresent()) {
      return true;
    }
    for (int end = option.indexOf('_');
        end > 0 && end <= LONGEST_MODULE;
        end = option.indexOf('_', end + 1)) {
      Optional<Evidence> owner = targets.knowledge().evidence(option.substring(0, end));
      if (owner.isPresent() && isShipped(owner.get())) {
        return true;
      }
    }
    return false;
  }

  private boolean isShipped(Evidence module) {
    for (Target target : targets.all()) {
      if (module.presence(target.version()) == Presence.SHIPPED) {
        return true;
      }
    }
    return false;
  }
}
