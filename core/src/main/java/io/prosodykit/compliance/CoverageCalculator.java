package io.prosodykit.compliance;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimaps;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.compliance.ComplianceSuite.Level;
import io.prosodykit.compliance.ComplianceSuite.Role;
import io.prosodykit.evidence.Presence;
import io.prosodykit.facts.ConfigurationFault;
import io.prosodykit.facts.ConfigurationRules;
import io.prosodykit.facts.ConfiguredHost;
import io.prosodykit.facts.ModuleConflict;
import io.prosodykit.facts.RequiredOption;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.text.ModuleName;
import io.prosodykit.version.ProsodyVersion;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Computes what modules cover on one version. */
final class CoverageCalculator implements HostRules {
  private final ModuleCatalog catalog;
  private final ProsodyVersion version;
  private final Function<String, Optional<Presence>> presences;

  /** The names of the catalogue's modules by what they implement. */
  private final ImmutableSetMultimap<SpecRef, String> implementing;

  /** Takes the presence of each module on the version; empty for names that are not on record. */
  CoverageCalculator(
      ModuleCatalog catalog,
      ProsodyVersion version,
      Function<String, Optional<Presence>> presences) {
    this.catalog = catalog;
    this.version = version;
    this.presences = presences;
    ImmutableSetMultimap.Builder<SpecRef, String> names = ImmutableSetMultimap.builder();
    for (ModuleEntry entry : catalog.modules()) {
      entry.specifications().forEach(specification -> names.put(specification, entry.name()));
    }
    this.implementing = names.build();
  }

  static CoverageCalculator of(ModuleCatalog catalog, ProsodyVersion version) {
    return new CoverageCalculator(
        catalog,
        version,
        module -> catalog.knowledge().evidence(module).map(known -> known.presence(version)));
  }

  private ConfigurationRules rules() {
    return catalog.server().rules();
  }

  Coverage coverage(Iterable<String> names) {
    return coverage(names, ImmutableList.of());
  }

  Coverage coverage(Iterable<String> names, Collection<ConfiguredHost> hosts) {
    Set<String> unconfigured = unconfigured(hosts);
    Set<String> counted = new LinkedHashSet<>();
    Set<String> unavailable = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (String name : names) {
      String module = ModuleName.withoutPrefix(name);
      if (!catalog.knowledge().isRecorded(version)) {
        unknown.add(module);
      } else if (isAvailable(module)) {
        counted.add(module);
      } else if (presences.apply(module).isPresent() || catalog.find(module).isPresent()) {
        unavailable.add(module);
      } else {
        unknown.add(module);
      }
    }
    counted.removeAll(unconfigured);
    int named = counted.size();
    loading(counted).stream()
        .filter(module -> isAvailable(module) && !unconfigured.contains(module))
        .forEach(counted::add);
    ImmutableList<String> modules = ImmutableList.copyOf(counted);
    Map<String, Integer> places =
        Maps.uniqueIndex(IntStream.range(0, modules.size()).boxed().iterator(), modules::get);
    ImmutableList<RequiredOption> required =
        hosts.isEmpty() ? requiredOptions(modules) : unset(unconfigured, hosts);
    Set<String> conditional =
        hosts.isEmpty()
            ? conditional(modules.subList(0, named), places.keySet(), required)
            : Set.of();
    return new Coverage(
        version,
        this,
        new CountedModules(
            named,
            modules,
            ImmutableList.copyOf(unavailable),
            ImmutableList.copyOf(unknown),
            ImmutableList.copyOf(unconfigured)),
        required,
        features(places, conditional),
        specifications(places));
  }

  /** The options without which modules do not work on any host that loads them. */
  private ImmutableList<RequiredOption> unset(
      Set<String> modules, Collection<ConfiguredHost> hosts) {
    return requiredOptions(modules).stream()
        .filter(
            needed ->
                hosts.stream()
                    .filter(host -> host.modules().contains(needed.module()))
                    .noneMatch(needed::isMetBy))
        .collect(ImmutableList.toImmutableList());
  }

  /** The modules that need options, and those that only these load. */
  private Set<String> conditional(List<String> named, Set<String> all, List<RequiredOption> unset) {
    Set<String> needing = new LinkedHashSet<>();
    unset.stream()
        .filter(needed -> needed.otherModule().filter(all::contains).isEmpty())
        .forEach(needed -> needing.add(needed.module()));
    List<String> working = named.stream().filter(module -> !needing.contains(module)).toList();
    Set<String> conditional = new LinkedHashSet<>(all);
    working.forEach(conditional::remove);
    loading(working).forEach(conditional::remove);
    conditional.addAll(needing);
    return conditional;
  }

  /** The modules that no host that loads them is configured for. */
  private Set<String> unconfigured(Collection<ConfiguredHost> hosts) {
    SetMultimap<String, String> failing = LinkedHashMultimap.create();
    for (ConfigurationFault fault : rules().faults(hosts, version)) {
      if (fault.isError()) {
        failing.put(fault.module(), fault.section());
      }
    }
    return failing.keySet().stream()
        .filter(
            module ->
                hosts.stream()
                    .filter(host -> host.modules().contains(module))
                    .allMatch(host -> failing.containsEntry(module, host.section())))
        .collect(toImmutableSet());
  }

  @Override
  public ImmutableList<RequiredOption> requiredOptions(Collection<String> modules) {
    return modules.stream()
        .flatMap(module -> rules().requiredOptions(module, version).stream())
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public ImmutableSet<String> loading(Collection<String> modules) {
    return ImmutableSet.copyOf(
        catalog.loading(
            modules.stream().filter(name -> catalog.find(name).isPresent()).toList(), version));
  }

  @Override
  public ImmutableList<ModuleConflict> conflicts(Collection<String> modules) {
    return Multimaps.index(modules, module -> component(module).orElse(""))
        .asMap()
        .values()
        .stream()
        .map(host -> catalog.loading(host, version))
        .flatMap(host -> rules().conflicts(host, version).stream())
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public Optional<String> component(String module) {
    return rules().component(module, version);
  }

  private boolean isAvailable(String module) {
    return is(Presence.SHIPPED, module) || is(Presence.COMMUNITY, module) || isOwn(module);
  }

  /** Whether it is one of an organisation's own modules, or one that only the catalogue knows. */
  private boolean isOwn(String module) {
    return is(Presence.LOCAL, module)
        || (presences.apply(module).isEmpty() && catalog.find(module).isPresent());
  }

  private boolean is(Presence presence, String module) {
    return presences.apply(module).equals(Optional.of(presence));
  }

  private ImmutableList<Implementation> specifications(Map<String, Integer> modules) {
    Set<SpecRef> specifications = new TreeSet<>();
    DoapEntry.all().forEach(statement -> specifications.add(statement.specification()));
    specifications.addAll(DoapData.reference().community().keySet());
    for (String module : modules.keySet()) {
      catalog.find(module).ifPresent(entry -> specifications.addAll(entry.specifications()));
    }
    return specifications.stream()
        .flatMap(wanted -> implementation(wanted, implementers(wanted), modules).stream())
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<FeatureCoverage> features(
      Map<String, Integer> modules, Set<String> conditional) {
    ImmutableList.Builder<FeatureCoverage> cells = ImmutableList.builder();
    for (SuiteFeature feature : ComplianceSuite.reference().features()) {
      ImmutableList.Builder<Implementation> implemented = ImmutableList.builder();
      ImmutableList.Builder<FeatureCoverage.Gap> missing = ImmutableList.builder();
      for (SpecRef wanted : feature.specifications()) {
        Set<String> implementers = new LinkedHashSet<>(implementers(wanted));
        implementers.removeAll(DoapData.reference().exceptions(wanted, feature));
        implementation(wanted, implementers, modules)
            .ifPresentOrElse(
                implemented::add,
                () -> missing.add(new FeatureCoverage.Gap(wanted, advice(wanted, implementers))));
      }
      for (Role role : Role.values()) {
        for (Level level : Level.values()) {
          cells.add(
              FeatureCoverage.of(
                  feature, role, level, implemented.build(), missing.build(), conditional));
        }
      }
    }
    return cells.build();
  }

  /** What implements a specification, with the server's modules by position. */
  private Optional<Implementation> implementation(
      SpecRef specification, Set<String> implementers, Map<String, Integer> modules) {
    ImmutableList<String> here =
        implementers.stream()
            .filter(modules::containsKey)
            .sorted(Comparator.comparing(modules::get))
            .collect(ImmutableList.toImmutableList());
    boolean builtIn =
        DoapData.reference().clients().contains(specification)
            || DoapEntry.find(specification)
                .filter(statement -> statement.isBuiltIn() && statement.isInForce(version))
                .isPresent();
    return builtIn || !here.isEmpty()
        ? Optional.of(new Implementation(specification, version, builtIn, here))
        : Optional.empty();
  }

  /** The modules that implement a specification on the version: Prosody's own come first. */
  private ImmutableSet<String> implementers(SpecRef specification) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    names.addAll(stated(specification));
    names.addAll(implementing.get(specification));
    names.addAll(DoapData.reference().community().getOrDefault(specification, ImmutableSet.of()));
    return names.build();
  }

  private ImmutableSet<String> stated(SpecRef specification) {
    return DoapEntry.find(specification).stream()
        .flatMap(
            statement ->
                statement.allModules().stream()
                    .filter(m -> statement.isInForce(version) || is(Presence.COMMUNITY, m)))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** The best modules to add: those that Prosody names, else any that is available. */
  private ImmutableList<String> advice(SpecRef specification, Set<String> implementers) {
    ImmutableList<String> stated =
        available(Sets.intersection(implementers, stated(specification)));
    return stated.isEmpty() ? available(implementers) : stated;
  }

  private ImmutableList<String> available(Set<String> modules) {
    ImmutableList.Builder<String> sorted = ImmutableList.builder();
    modules.stream().filter(module -> is(Presence.SHIPPED, module)).forEach(sorted::add);
    modules.stream().filter(module -> is(Presence.COMMUNITY, module)).forEach(sorted::add);
    modules.stream().filter(this::isOwn).forEach(sorted::add);
    return sorted.build();
  }
}
