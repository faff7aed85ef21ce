package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.config.ConfigFile;
import io.prosodykit.config.ConfigOption;
import io.prosodykit.config.ConfigSection;
import io.prosodykit.lua.LuaText;
import io.prosodykit.server.ModuleUnderTest.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The contents of the configuration of a server for modules: the examples of the modules, the
 * user's own lines, and the combined lists of both.
 */
final class ServerConfiguration {
  static final String PROBE = "prosodykit_verify";
  static final String DATA = "data";
  static final String PLUGINS = "plugins";
  private static final ImmutableList<String> BASICS =
      ImmutableList.of("roster", "saslauth", "disco");
  private static final String ENABLED = "modules_enabled";
  private static final String DEFAULT_HOST = "localhost";

  private final ImmutableList<ModuleUnderTest> modules;
  private final ImmutableList<Path> includes;
  private final String host;

  /** The sections by their hosts. */
  private final Map<String, ConfigSection> sections = new LinkedHashMap<>();

  /** The lists of each section: by its host, then by the option. */
  private final Map<String, Map<String, Set<String>>> lists = new LinkedHashMap<>();

  private ServerConfiguration(
      List<Path> folders, List<ModuleUnderTest> modules, List<ConfigFile> files) {
    this.modules = ImmutableList.copyOf(modules);
    this.includes = files.stream().map(ConfigFile::file).collect(ImmutableList.toImmutableList());
    this.host =
        files.stream()
            .flatMap(file -> file.sections().stream())
            .filter(ConfigSection::isVirtualHost)
            .map(ConfigSection::host)
            .findFirst()
            .orElse(DEFAULT_HOST);
    addBasics(folders);
  }

  /**
   * Combines a configuration.
   *
   * @param folders the folders of modules, which become the server's {@code plugin_paths}
   * @param own a file with the user's own lines
   * @throws IllegalArgumentException if the parts conflict; the message has a line for each problem
   */
  static ServerConfiguration of(
      List<Path> folders, List<ModuleUnderTest> modules, Optional<Path> own) throws IOException {
    ConfigConflicts conflicts = new ConfigConflicts();
    conflicts.addServices(services(modules));
    List<ConfigFile> files = new ArrayList<>();
    for (ModuleUnderTest module : modules) {
      for (Path example : module.examples()) {
        ConfigFile file = ConfigFile.read(example);
        conflicts.addExample(file);
        files.add(file);
      }
    }
    if (own.isPresent()) {
      ConfigFile file = ConfigFile.read(own.get().toAbsolutePath().normalize());
      conflicts.addOwn(file, FixedOptions.names(services(modules)));
      files.add(file);
    }
    conflicts.check();
    ServerConfiguration configuration = new ServerConfiguration(folders, modules, files);
    files.forEach(configuration::add);
    configuration.addModulesWithoutExample();
    return configuration;
  }

  private void addBasics(List<Path> folders) {
    sections.put(host, ConfigSection.host(host));
    ConfigSection global = ConfigSection.GLOBAL;
    list(global, ENABLED).addAll(BASICS);
    list(global, ENABLED).add(PROBE);
    list(global, "modules_disabled").add("s2s");
    for (Path folder : folders) {
      list(global, "plugin_paths").add(folder.toAbsolutePath().normalize().toString());
    }
  }

  private void add(ConfigFile file) {
    for (ConfigSection section : file.sections()) {
      sections.put(section.host(), section);
    }
    for (ConfigOption option : file.options()) {
      if (ConfigFile.LISTS.contains(option.name())) {
        Set<String> names = list(option.section(), option.name());
        for (String name : option.names().orElse(ImmutableList.of())) {
          boolean path = option.name().equals("plugin_paths");
          names.add(path ? option.file().resolveSibling(name).normalize().toString() : name);
        }
      }
    }
  }

  private Set<String> list(ConfigSection section, String option) {
    return lists
        .computeIfAbsent(section.host(), any -> new LinkedHashMap<>())
        .computeIfAbsent(option, any -> new LinkedHashSet<>());
  }

  private void addModulesWithoutExample() {
    for (ModuleUnderTest module : modules) {
      if (!isNamed(module.name())) {
        section(module).ifPresent(section -> enable(module, section));
      }
    }
  }

  private boolean isNamed(String module) {
    return sections.values().stream()
            .anyMatch(section -> section.component().equals(Optional.of(module)))
        || lists.values().stream()
            .anyMatch(options -> options.getOrDefault(ENABLED, Set.of()).contains(module));
  }

  /** {@return the section for a module that is in none yet} */
  private Optional<ConfigSection> section(ModuleUnderTest module) {
    return switch (module.place()) {
      case HOST -> Optional.of(ConfigSection.host(host));
      case ROOMS ->
          Optional.of(
              sections.values().stream()
                  .filter(section -> section.component().equals(Optional.of("muc")))
                  .findFirst()
                  .orElse(ConfigSection.component("rooms." + host, "muc")));
      case COMPONENT -> {
        String label = module.name().replace('_', '-');
        yield Optional.of(ConfigSection.component(label + "." + host, module.name()));
      }
      case DRIVER -> Optional.empty();
    };
  }

  private void enable(ModuleUnderTest module, ConfigSection section) {
    sections.put(section.host(), section);
    if (module.place() != Place.COMPONENT) {
      list(section, ENABLED).add(module.name());
    }
  }

  /** {@return the host of the users} */
  String host() {
    return host;
  }

  /** {@return all hosts, including components} */
  ImmutableSet<String> hosts() {
    return ImmutableSet.copyOf(sections.keySet());
  }

  /** {@return the hosts that get accounts} */
  ImmutableSet<String> virtualHosts() {
    return sections.values().stream()
        .filter(ConfigSection::isVirtualHost)
        .map(ConfigSection::host)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** {@return what the modules listen for, in addition to what every server does} */
  ImmutableSet<NetService> services() {
    return services(modules);
  }

  private static ImmutableSet<NetService> services(List<ModuleUnderTest> modules) {
    ImmutableSet<String> fixed = FixedOptions.names(ImmutableSet.of());
    return modules.stream()
        .flatMap(module -> module.services().stream())
        .filter(service -> !fixed.contains(service.option()))
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Returns the configuration with all modules, in Lua.
   *
   * @param folder the server's folder
   * @param reload whether to load the modules twice
   */
  String text(Path folder, Ports ports, boolean reload) {
    ConfigurationText text = new ConfigurationText();
    text.script("watchdog.lua").script("loopback.lua").defaults(virtualHosts());
    text.value("prosodykit_host", LuaText.quote(host));
    text.value("prosodykit_reload", Boolean.toString(reload));
    text.list("prosodykit_modules", modules.stream().map(ModuleUnderTest::name).toList());
    includes.forEach(text::include);
    text.fixed(folder.resolve(DATA), ports);
    Map<String, Set<String>> global = new LinkedHashMap<>(lists.getOrDefault("*", Map.of()));
    Set<String> paths = new LinkedHashSet<>();
    paths.add(folder.resolve(PLUGINS).toString());
    paths.addAll(global.getOrDefault("plugin_paths", Set.of()));
    global.put("plugin_paths", paths);
    global.forEach(text::list);
    for (ConfigSection section : sections.values()) {
      text.section(section);
      lists.getOrDefault(section.host(), Map.of()).forEach(text::sectionList);
    }
    return text.toString();
  }

  /** {@return the configuration of the same server without any of the modules, in Lua} */
  String bareText(Path folder, Ports ports) {
    return new ConfigurationText()
        .defaults(ImmutableSet.of(host))
        .fixed(folder.resolve(DATA), ports)
        .list(ENABLED, BASICS)
        .list("modules_disabled", ImmutableSet.of("s2s"))
        .section(ConfigSection.host(host))
        .toString();
  }
}
