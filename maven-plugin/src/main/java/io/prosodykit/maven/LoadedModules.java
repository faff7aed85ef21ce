package io.prosodykit.maven;

import com.google.common.collect.TreeMultimap;
import io.prosodykit.catalog.Evidence;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.moduletree.ModuleSource;
import io.prosodykit.moduletree.ModuleTree;
import io.prosodykit.moduletree.TargetChoice;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The modules that a project's own modules load. */
final class LoadedModules {
  private LoadedModules() {}

  /**
   * Finds those that are not among the project's own. What the catalogue does not know is left to
   * the linter, which says where it is loaded.
   *
   * @return for each the branches of Prosody that modules are for which load it
   */
  static TreeMultimap<String, ProsodyVersion> of(
      List<Path> folders, ModuleCatalog catalog, TargetChoice targets) throws IOException {
    TreeMultimap<String, ProsodyVersion> loaded = TreeMultimap.create();
    Set<String> own = new TreeSet<>();
    for (Path folder : folders) {
      for (ModuleSource module : ModuleTree.read(folder).modules()) {
        own.add(module.name());
        List<ProsodyVersion> branches = targets.of(module.main()).range().branches();
        for (Evidence.Dependency needed : module.dependencies()) {
          loaded.putAll(needed.module(), branches);
        }
      }
    }
    loaded.keySet().removeIf(name -> own.contains(name) || catalog.find(name).isEmpty());
    return loaded;
  }
}
