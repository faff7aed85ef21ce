package io.prosodykit.configuration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.prosodykit.configuration.LoadedModule.Origin;
import io.prosodykit.facts.ConfiguredHost;
import io.prosodykit.facts.ModulePrefix;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the modules of one host. */
final class HostLoader {
  private static final String ENABLED = "modules_enabled";
  private static final String DISABLED = "modules_disabled";
  private static final String AUTHENTICATION = "authentication";

  private final HostOptions host;
  private final EffectiveSection section;
  private final LoadingRules rules;

  /** The modules by their names. */
  private final Map<String, LoadedModule> loaded = new TreeMap<>();

  private final ImmutableList.Builder<LoadedModule> skipped = ImmutableList.builder();

  HostLoader(HostOptions host, LoadingRules rules) {
    this.host = host;
    this.section = host.own();
    this.rules = rules;
  }

  HostModules load() {
    addGlobal();
    section.component().ifPresent(module -> loaded.keySet().retainAll(rules.inherited(module)));
    add(host.options());
    replace();
    section
        .component()
        .ifPresent(
            module -> {
              LoadedModule unused = loaded.remove(module);
              add(module, Origin.CONFIGURATION, "the module of the component");
            });
    addProviders();
    addNeeded();
    ImmutableList.Builder<LoadedModule> modules = ImmutableList.builder();
    section
        .component()
        .flatMap(module -> Optional.ofNullable(loaded.remove(module)))
        .ifPresent(modules::add);
    return new HostModules(
        section.host(), modules.addAll(loaded.values()).build(), skipped.build());
  }

  private void addGlobal() {
    rules.always().forEach(name -> add(name, Origin.RELEASE, "loaded on every host"));
    add(host.global());
  }

  /** Adds what the options of a section enable, without what they disable. */
  private void add(Map<String, EffectiveOption> options) {
    Optional.ofNullable(options.get(ENABLED)).ifPresent(this::addList);
    loaded.keySet().removeAll(names(Optional.ofNullable(options.get(DISABLED))));
  }

  private void add(String name, Origin origin, String reason) {
    loaded.put(name, new LoadedModule(name, origin, reason));
  }

  private void addList(EffectiveOption list) {
    for (String name : names(Optional.of(list))) {
      add(name, Origin.CONFIGURATION, at(list));
    }
  }

  private static ImmutableSet<String> names(Optional<EffectiveOption> list) {
    return list.stream()
        .flatMap(option -> option.value().items().stream())
        .flatMap(item -> item.text().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /** What the release loads instead of what is listed. */
  private void replace() {
    rules
        .renamed()
        .forEach(
            (name, instead) ->
                Optional.ofNullable(loaded.remove(name))
                    .ifPresent(old -> add(instead, old.origin(), old.reason() + ", as " + name)));
    rules
        .skipped()
        .forEach(
            (name, beside) -> {
              LoadedModule module = loaded.containsKey(beside) ? loaded.remove(name) : null;
              if (module != null) {
                String reason = module.reason() + ", but " + beside + " replaces it";
                skipped.add(new LoadedModule(name, module.origin(), reason));
              }
            });
  }

  private void addProviders() {
    for (ModulePrefix kind : rules.providers()) {
      // a component has no accounts
      if (section.component().isEmpty() || !kind.options().contains(AUTHENTICATION)) {
        addProvider(kind);
      }
    }
  }

  /** Adds what options name, or the usual module; a release without that has no such options. */
  private void addProvider(ModulePrefix kind) {
    Optional<String> usual =
        kind.options().stream().flatMap(option -> rules.usual(option).stream()).findFirst();
    if (usual.isEmpty()) {
      return;
    }
    for (String name : kind.options()) {
      Optional<EffectiveOption> option = host.find(name);
      if (kind.perStore().contains(name)
          && option.isPresent()
          && option.get().value() instanceof ConfigurationValue.Table stores) {
        stores.fields().forEach(store -> addStore(kind.prefix(), option.get(), store));
      }
      Optional<String> driver = option.flatMap(set -> set.value().text());
      if (driver.isPresent()) {
        addDriver(kind.prefix() + driver.get(), Origin.CONFIGURATION, at(option.orElseThrow()));
        return;
      }
    }
    String option =
        kind.options().stream()
            .filter(name -> rules.usual(name).isPresent())
            .findFirst()
            .orElse("");
    addDriver(usual.get(), Origin.RELEASE, "the default of " + option);
  }

  private void addStore(String prefix, EffectiveOption storage, ConfigurationValue.Field store) {
    String reason =
        "%s of %s at %s"
            .formatted(storage.name(), store.key().text().orElse("others"), host.place(storage));
    store
        .value()
        .text()
        .ifPresent(driver -> addDriver(prefix + driver, Origin.CONFIGURATION, reason));
  }

  private String at(EffectiveOption option) {
    return option.name() + " at " + host.place(option);
  }

  /** {@code null} stands for no module. */
  private void addDriver(String module, Origin origin, String reason) {
    if (!module.endsWith("_null")) {
      LoadedModule before = loaded.get(module);
      add(module, origin, before == null ? reason : before.reason() + "; " + reason);
    }
  }

  /** Adds what modules load themselves; one that needs what is disabled is not loaded. */
  private void addNeeded() {
    Set<String> disabled = new HashSet<>(disabled());
    Deque<String> open = new ArrayDeque<>(loaded.keySet());
    while (!open.isEmpty()) {
      String module = open.remove();
      for (String needed : lacksOption(module) ? Set.<String>of() : rules.needed(module)) {
        if (!loaded.containsKey(needed) && !disabled.contains(needed)) {
          add(needed, Origin.MODULE, "needed by " + module);
          open.add(needed);
        }
      }
    }
    Optional<LoadedModule> refused = refused(disabled);
    while (refused.isPresent()) {
      refuse(refused.get(), disabled);
      refused = refused(disabled);
    }
  }

  /** What neither the host nor the global section lets modules load. */
  private Set<String> disabled() {
    return Sets.union(
        names(Optional.ofNullable(host.options().get(DISABLED))),
        names(Optional.ofNullable(host.global().get(DISABLED))));
  }

  /** Whether a module gives up before it loads others, because an option is missing. */
  private boolean lacksOption(String module) {
    ConfiguredHost configured =
        new ConfiguredHost(
            host.section(), section.component(), loaded.keySet(), host.names(), true);
    return rules.requiredOptions(module).stream()
        .anyMatch(required -> !required.isMetBy(configured));
  }

  private Optional<LoadedModule> refused(Set<String> disabled) {
    return loaded.values().stream()
        .filter(module -> !Collections.disjoint(rules.required(module.name()), disabled))
        .filter(module -> !lacksOption(module.name()))
        .findFirst();
  }

  private void refuse(LoadedModule module, Set<String> disabled) {
    String needed = String.join(", ", Sets.intersection(rules.required(module.name()), disabled));
    LoadedModule unused = loaded.remove(module.name());
    disabled.add(module.name());
    skipped.add(
        new LoadedModule(
            module.name(),
            module.origin(),
            module.reason() + ", but it needs " + needed + ", which is not loaded"));
  }
}
