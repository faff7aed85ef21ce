package io.prosodykit.configuration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.collect.Streams;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.configuration.LoadedModule.Origin;
import io.prosodykit.facts.ConfigurationFault;
import io.prosodykit.facts.ConfiguredHost;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A server with a configuration, and what is wrong with it. Modules are named as a server looks for
 * them: it adds {@code mod_} to {@code mod_smacks}, too.
 *
 * @since 0.1.0
 */
public final class ConfiguredServer {
  private static final String PREFIX = "mod_";

  private final ServerConfiguration configuration;
  private final ImmutableList<ConfiguredHost> hosts;
  private final ImmutableSet<String> modules;
  private final ImmutableList<ConfigurationFault> faults;
  private final ImmutableList<ConfigurationMessage> findings;

  private ConfiguredServer(
      ServerConfiguration configuration,
      ImmutableList<ConfiguredHost> hosts,
      ImmutableSet<String> modules,
      ImmutableList<ConfigurationFault> faults,
      ImmutableList<ConfigurationMessage> findings) {
    this.configuration = configuration;
    this.hosts = hosts;
    this.modules = modules;
    this.faults = faults;
    this.findings = findings;
  }

  /**
   * Judges a configuration by what is known.
   *
   * @param configuration the configuration; one that does not start has no hosts
   * @param catalog what is known
   * @return the server
   */
  public static ConfiguredServer of(ServerConfiguration configuration, ModuleCatalog catalog) {
    ImmutableList<HostOptions> options = configuration.hostOptions();
    ImmutableList<HostModules> loaded = configuration.modules(catalog);
    ImmutableList<ConfiguredHost> hosts =
        Streams.zip(options.stream(), loaded.stream(), ConfiguredServer::host)
            .collect(ImmutableList.toImmutableList());
    OptionFaults ofOptions = new OptionFaults(catalog, configuration.release());
    ImmutableList.Builder<ConfigurationFault> faults = ImmutableList.builder();
    faults.addAll(catalog.server().rules().faults(hosts, configuration.release()));
    hosts.forEach(host -> faults.addAll(prefixed(host)));
    LoadingRules rules = new LoadingRules(catalog, configuration.release());
    Streams.forEachPair(
        options.stream(),
        loaded.stream(),
        (host, names) -> faults.addAll(refused(host.section(), names, rules)));
    Streams.forEachPair(
        options.stream(),
        loaded.stream(),
        (host, names) -> ofOptions.of(host, names).forEach(faults::add));
    ImmutableList<ConfigurationFault> all = faults.build();
    return new ConfiguredServer(
        configuration, hosts, names(loaded, all), all, findings(configuration, catalog, loaded));
  }

  private static ConfiguredHost host(HostOptions options, HostModules modules) {
    Set<String> names = new LinkedHashSet<>(modules.names());
    modules.skipped().forEach(module -> names.add(module.name()));
    return new ConfiguredHost(
        options.section(),
        options.own().component(),
        ImmutableSet.copyOf(names),
        options.names(),
        true);
  }

  private static ImmutableList<ConfigurationFault> prefixed(ConfiguredHost host) {
    return host.modules().stream()
        .filter(name -> name.startsWith(PREFIX))
        .map(
            name ->
                new ConfigurationFault(
                    name,
                    host.section(),
                    "is looked for as mod_%s: drop mod_, which Prosody adds".formatted(name),
                    true))
        .collect(ImmutableList.toImmutableList());
  }

  /** The modules that are not loaded because one that they need is not. */
  private static ImmutableList<ConfigurationFault> refused(
      String section, HostModules host, LoadingRules rules) {
    ImmutableList.Builder<ConfigurationFault> faults = ImmutableList.builder();
    for (LoadedModule module : host.skipped()) {
      Set<String> missing = Sets.difference(rules.required(module.name()), host.names());
      if (!missing.isEmpty()) {
        faults.add(
            new ConfigurationFault(
                module.name(),
                section,
                "needs %s, which is not loaded, because of modules_disabled: change that, or drop %s"
                    .formatted(String.join(", ", missing), module.name()),
                true));
      }
    }
    return faults.build();
  }

  /** What the configuration names and these modules load, and others that do not work. */
  private static ImmutableSet<String> names(
      ImmutableList<HostModules> hosts, ImmutableList<ConfigurationFault> faults) {
    Stream<String> loaded =
        hosts.stream()
            .flatMap(host -> Stream.concat(host.modules().stream(), host.skipped().stream()))
            .filter(module -> module.origin() != Origin.RELEASE)
            .map(LoadedModule::name);
    Stream<String> faulty =
        faults.stream().filter(ConfigurationFault::isError).map(ConfigurationFault::module);
    return Stream.concat(loaded, faulty).sorted().collect(ImmutableSet.toImmutableSet());
  }

  private static ImmutableList<ConfigurationMessage> findings(
      ServerConfiguration configuration, ModuleCatalog catalog, ImmutableList<HostModules> hosts) {
    ImmutableList.Builder<ConfigurationMessage> findings = ImmutableList.builder();
    findings.addAll(configuration.warnings()).addAll(configuration.remarks());
    ImmutableSet<String> modules =
        hosts.stream()
            .flatMap(host -> host.names().stream())
            .collect(ImmutableSet.toImmutableSet());
    OptionFindings options = new OptionFindings(catalog, configuration.release(), modules);
    configuration.sections().stream()
        .filter(section -> section.enabled() || section.isGlobal())
        .forEach(section -> findings.addAll(options.of(section)));
    return findings.build();
  }

  /** {@return the configuration} */
  public ServerConfiguration configuration() {
    return configuration;
  }

  /** {@return each host that is enabled, with the modules that it loads, or is told to} */
  public ImmutableList<ConfiguredHost> hosts() {
    return hosts;
  }

  /**
   * {@return the modules that the configuration names, those that they load, and those of the
   * release that do not work as they are configured, with {@code mod_}, sorted} {@code
   * mod_mod_smacks} is what {@code "mod_smacks"} stands for.
   */
  public ImmutableSet<String> modules() {
    return modules.stream().map(PREFIX::concat).collect(ImmutableSet.toImmutableSet());
  }

  /** {@return why modules do not work as the hosts load them, by host} */
  public ImmutableList<ConfigurationFault> faults() {
    return faults;
  }

  /** {@return what the release warns of, and options that have no effect: with file and line} */
  public ImmutableList<ConfigurationMessage> findings() {
    return findings;
  }

  /**
   * {@return the environment variables that the configuration asked for and did not get, if any, in
   * a sentence without a full stop}
   *
   * @param environment what it was given
   */
  public Optional<String> unset(ServerEnvironment environment) {
    ImmutableList<String> names =
        configuration.asked().stream()
            .filter(name -> !environment.variables().containsKey(name))
            .collect(ImmutableList.toImmutableList());
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "it was read without these environment variables: " + String.join(", ", names));
  }
}
