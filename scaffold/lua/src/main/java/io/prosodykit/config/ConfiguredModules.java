package io.prosodykit.config;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.google.common.collect.Sets;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ConfiguredHost;
import io.prosodykit.facts.ModulePrefix;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.SourceProblem;
import io.prosodykit.lua.TableField;
import io.prosodykit.text.VisibleText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The modules that a server's configuration loads, read from its source without running it. Modules
 * that Prosody loads by default are not included.
 *
 * <p>They are those of {@code modules_enabled}, for all hosts and for each, without those of {@code
 * modules_disabled}; those of components, for example {@code muc}; and those that {@code
 * authentication} and {@code storage} name, for example {@code auth_ldap} and {@code storage_sql}.
 * Files that the configuration includes are read as well, up to 10,000 files, 16 MiB in all, and
 * 100 levels.
 *
 * @param names the names without {@code mod_}, sorted
 * @param problems where the source does not show which modules are meant, and where a list replaces
 *     another one whose modules are lost. The names do not include what a list computes or sets in
 *     a condition, nor what files set that cannot be included
 * @param hosts each host with the modules that it loads and the options that are set for it; the
 *     global section alone if there is no host
 * @since 0.1.0
 */
public record ConfiguredModules(
    ImmutableSet<String> names,
    ImmutableList<SourceProblem> problems,
    ImmutableList<ConfiguredHost> hosts) {
  static final String ENABLED = "modules_enabled";
  static final String DISABLED = "modules_disabled";

  /**
   * Reads a configuration.
   *
   * @param file for example {@code /etc/prosody/prosody.cfg.lua}
   * @return its modules
   * @throws IOException if it cannot be read, or is not a regular file
   */
  public static ConfiguredModules read(Path file) throws IOException {
    ConfigFile config = ConfigFile.read(file.toAbsolutePath().normalize());
    ImmutableList.Builder<SourceProblem> problems = ImmutableList.builder();
    for (ComputedList list : config.computed()) {
      if (!list.name().equals("plugin_paths")) {
        problems.add(
            list.problem(
                list.name()
                    + " is computed or set in a condition, so its modules are not checked"));
      }
    }
    problems.addAll(config.unread());
    problems.addAll(replaced(config));
    return new ConfiguredModules(
        ImmutableSet.copyOf(names(config)), problems.build(), new HostReader(config).hosts());
  }

  /** Lists that are replaced by a later one that lacks some of their modules. */
  private static List<SourceProblem> replaced(ConfigFile config) {
    List<SourceProblem> problems = new ArrayList<>();
    Map<String, ConfigOption> lists = new HashMap<>();
    for (ConfigOption option : config.options()) {
      if (option.name().equals(ENABLED) || option.name().equals(DISABLED)) {
        ConfigOption before = lists.put(option.section().host() + ' ' + option.name(), option);
        if (before != null) {
          Set<String> lost = namesOf(before);
          lost.removeAll(namesOf(option));
          if (!lost.isEmpty()) {
            problems.add(replaced(before, option, lost));
          }
        }
      }
    }
    return problems;
  }

  private static SourceProblem replaced(
      ConfigOption before, ConfigOption option, Set<String> lost) {
    return option.problem(
        "%s of %s replaces that of %s, so it does not have %s: merge the two lists"
            .formatted(
                option.name(),
                option.section(),
                before.place(),
                VisibleText.brief(String.join(", ", lost))));
  }

  private static TreeSet<String> names(ConfigFile config) {
    Map<String, Map<String, ConfigOption>> options = optionsByHost(config);
    TreeSet<String> names = new TreeSet<>();
    Map<String, ConfigOption> global = options.getOrDefault("*", Map.of());
    Set<String> hosts = new HashSet<>();
    Set<String> virtualHosts = new HashSet<>();
    Multiset<String> disabled = HashMultiset.create();
    for (ConfigSection section : config.sections()) {
      section.component().ifPresent(names::add);
      Map<String, ConfigOption> own = options.getOrDefault(section.host(), Map.of());
      if (hosts.add(section.host())) {
        names.addAll(Sets.difference(list(own, ENABLED), list(own, DISABLED)));
      }
      if (section.isVirtualHost() && virtualHosts.add(section.host())) {
        disabled.addAll(list(own, DISABLED));
      }
    }
    for (String everywhere : Sets.difference(list(global, ENABLED), list(global, DISABLED))) {
      if (virtualHosts.isEmpty() || disabled.count(everywhere) < virtualHosts.size()) {
        names.add(everywhere);
      }
    }
    for (Map<String, ConfigOption> section : options.values()) {
      section.values().forEach(option -> names.addAll(providers(option)));
    }
    return names;
  }

  /** The options of each host by name, of which only the last value counts. */
  static Map<String, Map<String, ConfigOption>> optionsByHost(ConfigFile config) {
    Map<String, Map<String, ConfigOption>> options = new HashMap<>();
    for (ConfigOption option : config.options()) {
      options
          .computeIfAbsent(option.section().host(), host -> new HashMap<>())
          .put(option.name(), option);
    }
    return options;
  }

  static Set<String> list(Map<String, ConfigOption> options, String name) {
    ConfigOption option = options.get(name);
    return option == null ? new LinkedHashSet<>() : namesOf(option);
  }

  private static Set<String> namesOf(ConfigOption option) {
    return new LinkedHashSet<>(option.names().orElse(ImmutableList.of()));
  }

  /** The modules that an option names, such as {@code storage}. */
  static Set<String> providers(ConfigOption option) {
    Set<String> names = new LinkedHashSet<>();
    for (Sourced<ModulePrefix> fact : ServerFacts.reference().options().modulePrefixes()) {
      ModulePrefix kind = fact.value();
      if (kind.options().contains(option.name())) {
        option.text().ifPresent(name -> names.add(kind.prefix() + name));
      }
      if (kind.perStore().contains(option.name())
          && option.value() instanceof Expression.Table stores) {
        for (TableField store : stores.fields()) {
          if (store.value() instanceof Expression.Text name) {
            names.add(kind.prefix() + name.value());
          }
        }
      }
    }
    return names;
  }
}
