package io.prosodykit.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.prosodykit.facts.ConfiguredHost;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds out what each host of a configuration loads and sets. */
final class HostReader {
  private final ConfigFile config;
  private final Map<String, Map<String, ConfigOption>> options;
  private final Map<String, ConfigOption> global;

  /** What virtual hosts load of the global lists. */
  private final ImmutableSet<String> everywhere;

  /** The global options that name modules. */
  private final ImmutableList<ConfigOption> providers;

  /** The options that are set only in conditions or the like, if at all. */
  private final ImmutableSet<String> conditional;

  HostReader(ConfigFile config) {
    this.config = config;
    this.options = ConfiguredModules.optionsByHost(config);
    this.global = options(ConfigSection.GLOBAL);
    this.everywhere =
        Sets.difference(
                ConfiguredModules.list(global, ConfiguredModules.ENABLED),
                ConfiguredModules.list(global, ConfiguredModules.DISABLED))
            .immutableCopy();
    this.providers =
        global.values().stream()
            .filter(option -> !ConfiguredModules.providers(option).isEmpty())
            .collect(ImmutableList.toImmutableList());
    Set<String> named = new HashSet<>(config.named());
    config.options().forEach(option -> named.remove(option.name()));
    this.conditional = ImmutableSet.copyOf(named);
  }

  /** The hosts in order; the global section if there is none. */
  ImmutableList<ConfiguredHost> hosts() {
    Map<String, ConfigSection> sections = new LinkedHashMap<>();
    config.sections().forEach(section -> sections.putIfAbsent(section.host(), section));
    if (sections.isEmpty()) {
      sections.put(ConfigSection.GLOBAL.host(), ConfigSection.GLOBAL);
    }
    return sections.values().stream().map(this::host).collect(ImmutableList.toImmutableList());
  }

  /** The sets are views, so that many hosts can share what is set for all of them. */
  private ConfiguredHost host(ConfigSection section) {
    Map<String, ConfigOption> own = options(section);
    Set<String> added = new TreeSet<>();
    section.component().ifPresent(added::add);
    added.addAll(ConfiguredModules.list(own, ConfiguredModules.ENABLED));
    Set<String> disabled = Set.copyOf(ConfiguredModules.list(own, ConfiguredModules.DISABLED));
    added.removeAll(disabled);
    own.values().forEach(option -> added.addAll(ConfiguredModules.providers(option)));
    // a component has no accounts
    if (!section.isComponent()) {
      for (ConfigOption option : providers) {
        if (!own.containsKey(option.name())) {
          added.addAll(ConfiguredModules.providers(option));
        }
      }
    }
    Set<String> inherited =
        section.isComponent() ? Set.of() : Sets.difference(everywhere, disabled);
    return new ConfiguredHost(
        section.toString(),
        section.component(),
        Sets.union(inherited, ImmutableSet.copyOf(added)),
        Sets.union(
            Sets.union(
                Collections.unmodifiableSet(global.keySet()), ImmutableSet.copyOf(own.keySet())),
            conditional),
        config.unread().isEmpty());
  }

  private Map<String, ConfigOption> options(ConfigSection section) {
    return options.getOrDefault(section.host(), Map.of());
  }
}
