package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.module.EventHook;
import io.prosodykit.module.HostTypeComparison;
import io.prosodykit.module.ModuleCall;
import io.prosodykit.module.ModuleFacts;
import io.prosodykit.moduletree.ModuleFiles;
import io.prosodykit.moduletree.ModuleSource;
import io.prosodykit.moduletree.ModuleTargets;
import io.prosodykit.moduletree.ModuleTree;
import io.prosodykit.moduletree.TargetChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A module to verify: what a server has to get for it, as a {@link ModuleSource} says.
 *
 * @param name its name without {@code mod_}
 * @param files its Lua files, absolute; the examples of its configuration are among them
 * @param examples the examples of its configuration, absolute and sorted
 * @param options the options that begin with its name
 * @param place the section that it needs if no example has one
 * @param services what it listens for
 * @param targets the releases that it is for
 */
record ModuleUnderTest(
    String name,
    ImmutableSet<Path> files,
    ImmutableList<Path> examples,
    ImmutableSet<String> options,
    Place place,
    ImmutableSet<NetService> services,
    ModuleTargets targets) {
  private static final String COMPONENT = "component";

  /** A section that a module needs. */
  enum Place {
    /** Any virtual host; Prosody moves a global module from there to where it belongs. */
    HOST,
    /** A service for chat rooms. */
    ROOMS,
    /** A component of its own. */
    COMPONENT,
    /** None: Prosody loads it when something needs it. */
    DRIVER
  }

  /** Reads the modules that Prosody finds in folders, the first one of each name, sorted. */
  static ImmutableList<ModuleUnderTest> read(List<Path> folders, TargetChoice targets)
      throws IOException {
    Map<String, ModuleUnderTest> modules = new TreeMap<>();
    for (Path folder : folders) {
      ModuleTree tree = ModuleTree.read(folder);
      tree.layout().checkLinks();
      for (ModuleSource source : tree.modules()) {
        ModuleFiles files = source.files();
        if (files.isFound()) {
          modules.putIfAbsent(files.name(), of(source, targets.of(files.main())));
        }
      }
    }
    return ImmutableList.copyOf(modules.values());
  }

  private static ModuleUnderTest of(ModuleSource module, ModuleTargets targets) {
    ImmutableList<Path> examples = absolute(module.files().examples());
    return new ModuleUnderTest(
        module.name(),
        ImmutableSet.<Path>builder()
            .addAll(absolute(module.facts().keySet()))
            .addAll(examples)
            .build(),
        examples,
        options(module),
        place(module),
        services(module),
        targets);
  }

  private static ImmutableList<Path> absolute(Collection<Path> files) {
    return files.stream()
        .map(file -> file.toAbsolutePath().normalize())
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableSet<String> options(ModuleSource source) {
    return source.options().stream()
        .map(option -> option.name())
        .filter(option -> option.startsWith(source.name() + "_"))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static Place place(ModuleSource source) {
    if (isDriver(source.name())) {
      return Place.DRIVER;
    }
    boolean rooms =
        source.dependencies().stream().anyMatch(needed -> needed.module().equals("muc"));
    boolean component = false;
    for (ModuleFacts facts : source.facts().values()) {
      for (EventHook hook : facts.hooks()) {
        rooms |= hook.event().text().orElse("").startsWith("muc-");
      }
      for (HostTypeComparison test : facts.hostTypes()) {
        component |= test.type().equals(COMPONENT) && !test.equal();
      }
    }
    return rooms ? Place.ROOMS : component ? Place.COMPONENT : Place.HOST;
  }

  /** {@return whether an option, and not a list of modules, makes Prosody load a module} */
  private static boolean isDriver(String module) {
    return ServerFacts.reference().options().modulePrefixes().stream()
        .map(Sourced::value)
        .anyMatch(kind -> kind.isLoadedByOption() && module.startsWith(kind.prefix()));
  }

  private static ImmutableSet<NetService> services(ModuleSource source) {
    Set<NetService> services = new LinkedHashSet<>();
    for (ModuleFacts facts : source.facts().values()) {
      for (ModuleCall call : facts.callsOf("provides")) {
        if (call.argument(0).text().orElse("").equals("net")) {
          services.add(NetService.of(source.name(), call.argument(1)));
        }
      }
    }
    return ImmutableSet.copyOf(services);
  }
}
