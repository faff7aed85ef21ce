package io.prosodykit.configuration;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.evidence.ModuleOption;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ConfigurationFault;
import io.prosodykit.version.ProsodyVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the options that modules read and that have a value that they do not understand. */
final class OptionFaults {
  private static final String BOOLEAN = "boolean";

  private final ModuleCatalog catalog;
  private final ProsodyVersion release;
  private final Optional<ProsodyVersion> before;

  /** What is known about the options of a module, for many hosts. */
  private final Map<String, ImmutableList<ModuleOption>> read = new HashMap<>();

  private final Map<String, ImmutableList<ChangedDefault>> changed = new HashMap<>();

  OptionFaults(ModuleCatalog catalog, ProsodyVersion release) {
    this.catalog = catalog;
    this.release = release;
    ProsodyVersion branch = catalog.knowledge().branchOf(release);
    this.before =
        catalog.knowledge().branches().stream()
            .filter(other -> other.compareTo(branch) < 0)
            .reduce((older, newer) -> newer);
  }

  /**
   * An option whose default is the opposite of what it was.
   *
   * @param option the option
   * @param old its default on the branch before
   */
  private record ChangedDefault(ModuleOption option, String old) {}

  /** {@return what is wrong with the options of the modules of a host} */
  Stream<ConfigurationFault> of(HostOptions host, HostModules modules) {
    return modules.names().stream().flatMap(module -> of(host, module));
  }

  private Stream<ConfigurationFault> of(HostOptions host, String module) {
    ImmutableList.Builder<ConfigurationFault> faults = ImmutableList.builder();
    for (ModuleOption option : read.computeIfAbsent(module, this::optionsOf)) {
      host.find(option.name())
          .ifPresent(
              set ->
                  OptionTypes.problem(option.type(), set.value())
                      .ifPresent(problem -> faults.add(fault(module, host, set, problem, true))));
    }
    for (ChangedDefault change : changed.computeIfAbsent(module, this::changesOf)) {
      if (host.find(change.option().name()).isEmpty()) {
        faults.add(
            new ConfigurationFault(
                module,
                host.section(),
                "reads %s, which is not set: its default is %s, and was %s before %s"
                    .formatted(
                        change.option().name(),
                        change.option().defaultValue(),
                        change.old(),
                        catalog.knowledge().branchOf(release)),
                false));
      }
    }
    return faults.build().stream();
  }

  private static ConfigurationFault fault(
      String module, HostOptions host, EffectiveOption option, String problem, boolean isError) {
    return new ConfigurationFault(
        module,
        host.section(),
        "does not understand %s at %s: it %s".formatted(option.name(), host.place(option), problem),
        isError);
  }

  private Stream<Sourced<ModuleOption>> facts(String module) {
    return catalog.knowledge().evidence(module).stream()
        .flatMap(evidence -> evidence.options().stream());
  }

  private ImmutableList<ModuleOption> on(ProsodyVersion version, String module) {
    return Stream.concat(
            facts(module)
                .filter(fact -> catalog.knowledge().holds(fact, version))
                .map(Sourced::value),
            catalog.server().options().composed(module, version).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** The options that have one type; which of several counts depends on what is loaded. */
  private ImmutableList<ModuleOption> optionsOf(String module) {
    ImmutableList<ModuleOption> all = on(release, module);
    return all.stream()
        .filter(
            option ->
                all.stream()
                    .allMatch(
                        other ->
                            !other.name().equals(option.name())
                                || other.type().equals(option.type())))
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<ChangedDefault> changesOf(String module) {
    ImmutableList.Builder<ChangedDefault> changes = ImmutableList.builder();
    List<ModuleOption> old = before.map(branch -> on(branch, module)).orElse(ImmutableList.of());
    for (ModuleOption option : optionsOf(module)) {
      if (option.type().equals(BOOLEAN) && !option.defaultValue().isEmpty()) {
        old.stream()
            .filter(other -> other.name().equals(option.name()) && other.type().equals(BOOLEAN))
            .map(ModuleOption::defaultValue)
            .filter(value -> !value.isEmpty() && !value.equals(option.defaultValue()))
            .limit(1)
            .forEach(value -> changes.add(new ChangedDefault(option, value)));
      }
    }
    return changes.build();
  }
}
