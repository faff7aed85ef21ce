package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.files.FolderWalk;
import io.prosodykit.module.EventHook;
import io.prosodykit.module.HostTypeComparison;
import io.prosodykit.module.ModuleCall;
import io.prosodykit.module.ModuleFacts;
import io.prosodykit.moduletree.ModuleLayout;
import io.prosodykit.moduletree.ModuleSource;
import io.prosodykit.moduletree.ModuleTargets;
import io.prosodykit.moduletree.ModuleTree;
import io.prosodykit.moduletree.TargetChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A module to verify, as its source describes it.
 *
 * @param name its name without {@code mod_}
 * @param files its Lua files, absolute; the examples of its configuration are among them
 * @param examples the files {@code *.cfg.lua} in its folder {@code config}, sorted
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
  private static final String EXAMPLE = ".cfg.lua";
  private static final String EXAMPLES = "config";

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
      ModuleLayout.find(folder).checkLinks();
      for (ModuleSource source : ModuleTree.read(folder).modules()) {
        if (source.isFound()) {
          modules.putIfAbsent(source.name(), of(source, targets.of(source.main())));
        }
      }
    }
    return ImmutableList.copyOf(modules.values());
  }

  private static ModuleUnderTest of(ModuleSource module, ModuleTargets targets) throws IOException {
    ImmutableList<Path> examples = examples(module);
    ImmutableSet.Builder<Path> files = ImmutableSet.builder();
    for (Path part : module.facts().keySet()) {
      files.add(part.toAbsolutePath().normalize());
    }
    return new ModuleUnderTest(
        module.name(),
        files.addAll(examples).build(),
        examples,
        options(module),
        place(module),
        services(module),
        targets);
  }

  /** Returns the files {@code *.cfg.lua} in the module's folder {@code config}, sorted. */
  private static ImmutableList<Path> examples(ModuleSource module) throws IOException {
    if (module.folder().isEmpty()) {
      return ImmutableList.of();
    }
    Path own = module.folder().get();
    // mod_x/x/mod_x.lua may have them in either folder
    Path inner = module.main().resolveSibling(EXAMPLES);
    ImmutableList.Builder<Path> examples = ImmutableList.builder();
    for (Path file : FolderWalk.files(own, folder -> true)) {
      if (file.toString().endsWith(EXAMPLE)
          && (file.startsWith(own.resolve(EXAMPLES)) || file.startsWith(inner))) {
        examples.add(file.toAbsolutePath().normalize());
      }
    }
    return examples.build();
  }

  private static ImmutableSet<String> options(ModuleSource source) {
    return source.options().stream()
        .map(option -> option.name())
        .filter(option -> option.startsWith(source.name() + "_"))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static Place place(ModuleSource source) {
    if (source.name().startsWith("auth_") || source.name().startsWith("storage_")) {
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
