package io.prosodykit.lint;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.Evidence;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.module.ModuleDependency;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose options a module may read.
 *
 * @param prefixes what the names of its own options begin with, and of the modules that it loads;
 *     none of them begins with another
 */
record OptionOwners(NavigableSet<String> prefixes, Targets targets) {
  /** No module has a longer name. */
  private static final int LONGEST_MODULE = 100;

  /** What names of modules begin with that their options do not repeat. */
  private static final ImmutableSet<String> KINDS =
      ImmutableSet.of("auth_", "storage_", "http_", "muc_", "adhoc_", "component_");

  /** What the server reads itself, or several of its modules. */
  private static final ImmutableSet<String> SERVERS =
      ImmutableSet.of(
          "admins",
          "allow_registration",
          "allow_unencrypted_plain_auth",
          "authentication",
          "authorization",
          "certificates",
          "component_module",
          "component_secret",
          "data_path",
          "default_storage",
          "disable_sasl_mechanisms",
          "insecure_sasl_mechanisms",
          "interfaces",
          "local_interfaces",
          "modules_disabled",
          "modules_enabled",
          "name",
          "network_settings",
          "plugin_paths",
          "sql",
          "ssl",
          "statistics",
          "storage",
          "tls_profile",
          "trusted_proxies",
          "use_dane",
          "use_ipv4",
          "use_ipv6");

  static OptionOwners of(LintedModule module, Targets targets) {
    NavigableSet<String> prefixes = new TreeSet<>();
    addPrefixes(module.name(), prefixes);
    for (ModuleCode code : module.code().values()) {
      for (ModuleDependency needed : code.facts().dependencies()) {
        addPrefixes(needed.name().text().orElse(module.name()), prefixes);
      }
    }
    return new OptionOwners(shortest(prefixes), targets);
  }

  /** Leaves out what begins with another one. */
  private static NavigableSet<String> shortest(NavigableSet<String> prefixes) {
    NavigableSet<String> shortest = new TreeSet<>();
    for (String prefix : prefixes) {
      if (shortest.isEmpty() || !prefix.startsWith(shortest.last())) {
        shortest.add(prefix);
      }
    }
    return shortest;
  }

  private static void addPrefixes(String name, Set<String> prefixes) {
    prefixes.add(name);
    for (String kind : KINDS) {
      if (name.startsWith(kind)) {
        prefixes.add(name.substring(kind.length()));
      }
    }
  }

  /** Whether an option belongs to the module, to one that it loads, or to Prosody. */
  boolean have(String name) {
    String prefix = prefixes.floor(name);
    return (prefix != null && name.startsWith(prefix)) || isServers(name);
  }

  /** Whether an option is one that Prosody itself reads, or a module of its own. */
  private boolean isServers(String option) {
    if (SERVERS.contains(option) || ObsoleteOption.find(option).isPresent()) {
      return true;
    }
    for (int end = option.indexOf('_');
        end > 0 && end <= LONGEST_MODULE;
        end = option.indexOf('_', end + 1)) {
      Optional<Evidence> owner = Evidence.find(option.substring(0, end));
      if (owner.isPresent() && isShipped(owner.get())) {
        return true;
      }
    }
    return false;
  }

  private boolean isShipped(Evidence module) {
    for (Target target : targets.all()) {
      if (module.presence(target.version()) == Evidence.Presence.SHIPPED) {
        return true;
      }
    }
    return false;
  }
}
