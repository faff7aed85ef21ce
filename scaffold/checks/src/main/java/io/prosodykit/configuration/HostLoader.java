package io.prosodykit.configuration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.version.ProsodyVersion;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the modules of one host. */
final class HostLoader {
  private static final String ENABLED = "modules_enabled";
  private static final String DISABLED = "modules_disabled";
  private static final String STORAGE = "storage";

  private final ServerConfiguration configuration;
  private final EffectiveSection section;
  private final LoadingRules rules;

  /** The reasons by the names of modules. */
  private final Map<String, String> loaded = new TreeMap<>();

  private HostLoader(ServerConfiguration configuration, EffectiveSection section) {
    this.configuration = configuration;
    this.section = section;
    this.rules = new LoadingRules(configuration.release());
  }

  static HostModules load(ServerConfiguration configuration, EffectiveSection section) {
    return new HostLoader(configuration, section).load();
  }

  private HostModules load() {
    addGlobal();
    section.component().ifPresent(module -> loaded.keySet().retainAll(rules.inherited(module)));
    section.option(ENABLED).ifPresent(this::addList);
    loaded.keySet().removeAll(names(section.option(DISABLED)));
    replace();
    ImmutableList.Builder<LoadedModule> modules = ImmutableList.builder();
    section
        .component()
        .ifPresent(
            module -> {
              loaded.remove(module);
              modules.add(new LoadedModule(module, "the module of the component"));
            });
    addProviders();
    loaded.forEach((name, reason) -> modules.add(new LoadedModule(name, reason)));
    return new HostModules(section.host(), modules.build());
  }

  private void addGlobal() {
    EffectiveSection global = configuration.section(EffectiveSection.GLOBAL).orElseThrow();
    rules.always().forEach(name -> loaded.put(name, "loaded on every host"));
    global.option(ENABLED).ifPresent(this::addList);
    loaded.keySet().removeAll(names(global.option(DISABLED)));
  }

  private void addList(EffectiveOption list) {
    for (String name : names(Optional.of(list))) {
      loaded.put(name, at(list));
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
    if (loaded.containsKey("vcard_legacy")) {
      loaded.remove("vcard");
    }
    if (configuration.release().compareTo(ProsodyVersion.V0_12) < 0) {
      Optional.ofNullable(loaded.remove("console"))
          .ifPresent(reason -> loaded.put("admin_telnet", reason + ", as console"));
    }
  }

  private void addProviders() {
    addProvider("authorization", "authz_");
    if (section.component().isEmpty()) {
      addProvider("authentication", "auth_");
    }
    Optional<EffectiveOption> storage = configuration.option(section.host(), STORAGE);
    if (storage.isPresent() && storage.get().value() instanceof ConfigurationValue.Table stores) {
      stores.fields().forEach(store -> addStore(storage.get(), store));
    }
    storage
        .flatMap(option -> option.value().text())
        .ifPresentOrElse(
            driver -> addDriver("storage_" + driver, at(storage.orElseThrow())),
            () -> addProvider("default_storage", "storage_"));
  }

  private void addStore(EffectiveOption storage, ConfigurationValue.Field store) {
    store
        .value()
        .text()
        .ifPresent(
            driver ->
                addDriver(
                    "storage_" + driver,
                    "storage of "
                        + store.key().text().orElse("others")
                        + " at "
                        + configuration.place(storage)));
  }

  /**
   * Adds the module that an option names, or the usual one; without that, there is no such option.
   */
  private void addProvider(String option, String prefix) {
    Optional<String> usual = rules.usual(option);
    if (usual.isEmpty()) {
      return;
    }
    Optional<EffectiveOption> set = configuration.option(section.host(), option);
    set.flatMap(each -> each.value().text())
        .ifPresentOrElse(
            name -> addDriver(prefix + name, at(set.orElseThrow())),
            () -> addDriver(usual.orElseThrow(), "the default of " + option));
  }

  private String at(EffectiveOption option) {
    return option.name() + " at " + configuration.place(option);
  }

  /** {@code null} stands for no module. */
  private void addDriver(String module, String reason) {
    if (!module.endsWith("_null")) {
      String unused = loaded.merge(module, reason, (first, second) -> first + "; " + second);
    }
  }
}
