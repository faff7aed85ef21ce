package io.prosodykit.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.prosodykit.facts.ConfiguredHost;
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

  HostReader(ConfigFile config) {
    this.config = config;
    this.options = ConfiguredModules.optionsByHost(config);
    this.global = options(ConfigSection.GLOBAL);
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

  private ConfiguredHost host(ConfigSection section) {
    Map<String, ConfigOption> own = options(section);
    Set<String> modules = new TreeSet<>();
    section.component().ifPresent(modules::add);
    if (!section.isComponent()) {
      modules.addAll(
          Sets.difference(
              ConfiguredModules.list(global, ConfiguredModules.ENABLED),
              ConfiguredModules.list(global, ConfiguredModules.DISABLED)));
    }
    modules.addAll(ConfiguredModules.list(own, ConfiguredModules.ENABLED));
    modules.removeAll(ConfiguredModules.list(own, ConfiguredModules.DISABLED));
    Map<String, ConfigOption> visible = new LinkedHashMap<>(global);
    visible.putAll(own);
    // a component has no accounts
    (section.isComponent() ? own : visible)
        .values()
        .forEach(option -> ConfiguredModules.addProviders(option, modules));
    return new ConfiguredHost(
        section.toString(),
        section.component(),
        ImmutableSet.copyOf(modules),
        Sets.union(visible.keySet(), conditional()).immutableCopy(),
        config.unread().isEmpty());
  }

  /** The options that are set only in conditions or the like, if at all. */
  private Set<String> conditional() {
    Set<String> names = new HashSet<>(config.named());
    config.options().forEach(option -> names.remove(option.name()));
    return names;
  }

  private Map<String, ConfigOption> options(ConfigSection section) {
    return options.getOrDefault(section.host(), Map.of());
  }
}
