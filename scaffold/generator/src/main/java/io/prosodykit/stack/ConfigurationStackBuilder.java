package io.prosodykit.stack;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.Compatibility;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.catalog.UnknownModuleException;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.facts.ModuleConflict;
import io.prosodykit.facts.RequiredOption;
import io.prosodykit.version.ProsodyVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Collects what a {@link ConfigurationStack} consists of.
 *
 * @since 0.1.0
 */
public final class ConfigurationStackBuilder {
  private ModuleCatalog catalog = ModuleCatalog.complete();
  private Optional<TargetRange> targets = Optional.empty();
  private final Set<String> hosts = new LinkedHashSet<>();
  private final Set<String> modules = new LinkedHashSet<>();

  ConfigurationStackBuilder() {}

  /**
   * Replaces the catalogue, which is {@link ModuleCatalog#complete} at first.
   *
   * @param known has the modules
   * @return this
   */
  public ConfigurationStackBuilder catalog(ModuleCatalog known) {
    this.catalog = known;
    return this;
  }

  /**
   * Replaces the releases, which are the maintained ones at first.
   *
   * @param releases 0.11 or later
   * @return this
   */
  public ConfigurationStackBuilder targets(TargetRange releases) {
    this.targets = Optional.of(releases);
    return this;
  }

  /**
   * Appends a virtual host.
   *
   * @param name the name of a domain, for example {@code example.org}
   * @return this
   */
  public ConfigurationStackBuilder addHost(String name) {
    hosts.add(name);
    return this;
  }

  /**
   * Appends a module.
   *
   * @param name its name, with or without {@code mod_}
   * @return this
   */
  public ConfigurationStackBuilder addModule(String name) {
    modules.add(name);
    return this;
  }

  /**
   * {@return the configuration}
   *
   * @throws IllegalArgumentException if there is no host or no module, a name is not that of a
   *     domain, the catalogue lacks a module, or a module is available on no target; the message
   *     has a line for each problem
   */
  public ConfigurationStack build() {
    TargetRange releases = targets.orElseGet(() -> TargetRange.maintained(catalog.knowledge()));
    List<String> problems = new ArrayList<>();
    Set<String> prepared = new LinkedHashSet<>();
    for (String host : hosts) {
      Domain.prepare(host).ifPresentOrElse(prepared::add, () -> problems.add(Domain.problem(host)));
    }
    if (hosts.isEmpty()) {
      problems.add("no host: add at least one, for example example.org");
    }
    if (modules.isEmpty()) {
      problems.add("no module: add at least one, for example roster");
    }
    Map<String, ModuleEntry> entries = new LinkedHashMap<>();
    Map<String, String> leftOut = new TreeMap<>();
    for (String name : modules) {
      try {
        ModuleEntry entry = catalog.get(name);
        unavailable(entry, releases, problems)
            .ifPresentOrElse(
                reason -> leftOut.put(entry.name(), reason),
                () -> entries.put(entry.name(), entry));
      } catch (UnknownModuleException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    leaveOutConflicting(entries, releases, leftOut);
    return new ConfigurationStack(
        ImmutableSet.copyOf(prepared),
        releases,
        ImmutableList.copyOf(entries.values()),
        ImmutableMap.copyOf(leftOut));
  }

  /** Why a target cannot load a module; a problem if none of them can. */
  private Optional<String> unavailable(
      ModuleEntry entry, TargetRange releases, List<String> problems) {
    List<String> reasons = new ArrayList<>();
    for (ProsodyVersion branch : releases.branches()) {
      Compatibility result = catalog.compatibility(entry.name(), branch);
      if (result.evidence() != Compatibility.Verdict.COMPATIBLE) {
        reasons.add(
            branch + ": " + String.join("; ", result.reasons(Compatibility.Basis.EVIDENCE)));
      }
    }
    if (reasons.isEmpty()) {
      return needed(entry, releases);
    }
    String reason = String.join("; ", reasons);
    if (reasons.size() == releases.branches().size()) {
      problems.add(entry.name() + " works on none of the targets: " + reason);
    }
    return Optional.of(reason);
  }

  /** What a module does not work without on a target. */
  private Optional<String> needed(ModuleEntry entry, TargetRange releases) {
    List<String> options =
        releases.branches().stream()
            .flatMap(
                branch -> catalog.server().rules().requiredOptions(entry.name(), branch).stream())
            .map(RequiredOption::toString)
            .distinct()
            .toList();
    return options.isEmpty()
        ? Optional.empty()
        : Optional.of("it does not work without " + String.join(" and ", options));
  }

  private void leaveOutConflicting(
      Map<String, ModuleEntry> entries, TargetRange releases, Map<String, String> leftOut) {
    for (ProsodyVersion branch : releases.branches()) {
      for (ModuleConflict pair : catalog.server().rules().conflicts(entries.keySet(), branch)) {
        entries.remove(pair.module());
        leftOut.put(pair.module(), "it conflicts with " + pair.instead() + ": " + pair.reason());
      }
    }
  }
}
