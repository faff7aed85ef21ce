package io.prosodykit.moduletree;

import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.TreeMultimap;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.evidence.ModuleDependency;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The modules of a catalogue that some folders of modules load, as {@code module:depends} and the
 * like say.
 *
 * @since 0.1.0
 */
public final class LoadedModules {
  private LoadedModules() {}

  /**
   * Finds the modules that are loaded. Modules in the folders themselves are not among them, nor
   * are those that the catalogue does not have, which the linter reports where they are loaded.
   *
   * @param folders folders of modules, as in {@code plugin_paths}
   * @param catalog the modules to look for
   * @param targets the releases that the modules in the folders are for
   * @return by the name of each module that is loaded, in alphabetical order, the branches of
   *     Prosody that the modules which load it are for, the oldest first
   * @throws IOException if a file cannot be read
   */
  public static ImmutableSetMultimap<String, ProsodyVersion> find(
      List<Path> folders, ModuleCatalog catalog, TargetChoice targets) throws IOException {
    TreeMultimap<String, ProsodyVersion> loaded = TreeMultimap.create();
    Set<String> own = new TreeSet<>();
    for (Path folder : folders) {
      for (ModuleSource module : ModuleTree.read(folder).modules()) {
        own.add(module.name());
        List<ProsodyVersion> branches = targets.of(module.files().main()).range().branches();
        for (ModuleDependency needed : module.dependencies()) {
          loaded.putAll(needed.module(), branches);
        }
      }
    }
    loaded.keySet().removeIf(name -> own.contains(name) || catalog.find(name).isEmpty());
    return ImmutableSetMultimap.copyOf(loaded);
  }
}
