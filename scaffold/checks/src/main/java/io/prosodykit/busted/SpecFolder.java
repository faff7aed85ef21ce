package io.prosodykit.busted;

import com.google.common.collect.ImmutableList;
import io.prosodykit.files.Enclosure;
import io.prosodykit.files.FolderWalk;
import io.prosodykit.moduletree.ModuleFiles;
import io.prosodykit.moduletree.ModuleLayout;
import io.prosodykit.moduletree.ModuleTargets;
import io.prosodykit.moduletree.TargetChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The specs of a module, or of several that share a folder. They are not among the {@link
 * ModuleFiles} of the module: its {@code .busted} says where they are.
 *
 * @param module the module, {@code mod_greeter}
 * @param folder the folder that contains {@code mod_greeter.lua}
 * @param files the specs, relative to that folder, with slashes: sorted within each root, one root
 *     after another
 * @param busted what its {@code .busted} says
 * @param targets the releases that the module is for
 */
record SpecFolder(
    String module,
    Path folder,
    ImmutableList<String> files,
    BustedFile busted,
    ModuleTargets targets) {
  private static final String SPEC = "spec";
  private static final String SUFFIX = ".lua";

  /** Finds the modules in folders. Modules that share a folder are one. */
  static ImmutableList<SpecFolder> find(List<Path> directories, TargetChoice targets)
      throws IOException {
    Map<Path, ModuleFiles> modules = new LinkedHashMap<>();
    for (Path directory : directories) {
      for (ModuleFiles module : ModuleLayout.find(directory).checkLinks().modules()) {
        Path folder = Optional.ofNullable(module.main().getParent()).orElse(directory);
        modules.putIfAbsent(folder.toAbsolutePath().normalize(), module);
      }
    }
    ImmutableList.Builder<SpecFolder> folders = ImmutableList.builder();
    for (Map.Entry<Path, ModuleFiles> entry : modules.entrySet()) {
      Path folder = entry.getKey();
      ModuleFiles module = entry.getValue();
      Enclosure.of(folder).check(folder.resolve(BustedFile.NAME));
      BustedFile busted = BustedFile.read(folder);
      folders.add(
          new SpecFolder(
              "mod_" + module.name(),
              folder,
              files(folder, busted),
              busted,
              targets.of(module.main())));
    }
    return folders.build();
  }

  private static ImmutableList<String> files(Path folder, BustedFile busted) throws IOException {
    Set<String> files = new LinkedHashSet<>();
    boolean isRecursive = busted.isOn("recursive");
    for (String root : busted.options().getOrDefault("ROOT", ImmutableList.of(SPEC))) {
      Path from = folder.resolve(root).normalize();
      if (Files.isDirectory(from)) {
        Enclosure.of(folder).check(from);
        for (Path path : FolderWalk.files(from, inner -> isRecursive)) {
          if (isSpec(path, busted)) {
            files.add(name(folder, path));
          }
        }
      } else if (Files.isRegularFile(from)) {
        Enclosure.of(folder).check(from);
        files.add(name(folder, from));
      }
    }
    return ImmutableList.copyOf(files);
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static boolean isSpec(Path path, BustedFile busted) {
    Path last = path.getFileName();
    String name = last == null ? "" : last.toString();
    return name.endsWith(SUFFIX)
        && holds(name, busted.options().getOrDefault("pattern", ImmutableList.of("_spec")))
        && !holds(name, busted.options().getOrDefault("exclude-pattern", ImmutableList.of()));
  }

  /** {@return whether a name contains one of the patterns} */
  private static boolean holds(String name, List<String> patterns) {
    for (String pattern : patterns) {
      if (!pattern.isEmpty() && LuaPattern.forNames(pattern).orElseThrow().matches(name)) {
        return true;
      }
    }
    return false;
  }
}
