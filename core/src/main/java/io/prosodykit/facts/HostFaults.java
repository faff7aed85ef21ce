package io.prosodykit.facts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.version.ProsodyVersion;
import java.util.stream.Stream;

/**
 * Finds what is wrong with hosts. It looks for the modules that have rules, because a configuration
 * may have very many hosts with very many modules each.
 */
final class HostFaults {
  private final ImmutableListMultimap<String, RequiredOption> requiredOptions;
  private final ImmutableMap<String, String> components;
  private final ImmutableList<ModuleConflict> conflicts;

  HostFaults(ConfigurationRules rules, ProsodyVersion version, Knowledge knowledge) {
    ImmutableListMultimap.Builder<String, RequiredOption> needed = ImmutableListMultimap.builder();
    rules.requiredOptions().stream()
        .map(fact -> fact.value().module())
        .distinct()
        .forEach(module -> needed.putAll(module, rules.requiredOptions(module, version)));
    requiredOptions = needed.build();
    ImmutableMap.Builder<String, String> of = ImmutableMap.builder();
    for (String module : knowledge.modules()) {
      rules.component(module, version).ifPresent(component -> of.put(module, component));
    }
    components = of.buildOrThrow();
    conflicts = rules.conflicts(version);
  }

  Stream<ConfigurationFault> of(ConfiguredHost host) {
    ImmutableList.Builder<ConfigurationFault> faults = ImmutableList.builder();
    requiredOptions.forEach(
        (module, needed) -> {
          if (host.modules().contains(module) && !needed.isMetBy(host)) {
            faults.add(new ConfigurationFault(module, host.section(), without(needed), true));
          }
        });
    if (host.component().isEmpty()) {
      components.forEach(
          (module, component) -> {
            if (host.modules().contains(module)) {
              faults.add(
                  new ConfigurationFault(module, host.section(), onHost(module, component), true));
            }
          });
    }
    for (ModuleConflict pair : conflicts) {
      if (host.modules().contains(pair.module()) && host.modules().contains(pair.instead())) {
        faults.add(
            new ConfigurationFault(
                pair.module(),
                host.section(),
                "conflicts with %s: %s; remove %s"
                    .formatted(pair.instead(), pair.reason(), pair.module()),
                pair.by() != ModuleConflict.By.CHECK));
        if (pair.by() == ModuleConflict.By.BOTH) {
          faults.add(
              new ConfigurationFault(
                  pair.instead(),
                  host.section(),
                  "does not load beside %s; remove %s".formatted(pair.module(), pair.module()),
                  true));
        }
      }
    }
    return faults.build().stream();
  }

  private static String without(RequiredOption needed) {
    return needed.options().size() == 1 && needed.otherModule().isEmpty()
        ? "does not work without the option " + needed + ", which is not set"
        : "does not work without " + needed + ", none of which is set";
  }

  private static String onHost(String module, String component) {
    return module.equals(component)
        ? "is the module of a component: instead of enabling it, write "
            + ConfigurationRules.section(module)
        : "belongs to a component: enable it below " + ConfigurationRules.section(component);
  }
}
