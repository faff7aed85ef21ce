package io.prosodykit.maven;

import io.prosodykit.catalog.Evidence;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.lua.ModuleSource;
import io.prosodykit.lua.ModuleTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** The modules that a project's own modules load. */
final class LoadedModules {
  private LoadedModules() {}

  /**
   * Finds those that are not among the project's own. What the catalogue does not know is left to
   * the linter, which says where it is loaded.
   */
  static List<String> of(List<Path> folders, ModuleCatalog catalog) throws IOException {
    TreeSet<String> loaded = new TreeSet<>();
    TreeSet<String> own = new TreeSet<>();
    for (Path folder : folders) {
      for (ModuleSource module : ModuleTree.read(folder).modules()) {
        own.add(module.name());
        module.dependencies().stream().map(Evidence.Dependency::module).forEach(loaded::add);
      }
    }
    loaded.removeAll(own);
    return loaded.stream().filter(name -> catalog.find(name).isPresent()).toList();
  }
}
