package io.prosodykit.moduletree;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.lua.SourceProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The modules below a folder: Prosody's own {@code plugins}, a checkout of the community's, or an
 * organisation's own. They are not run.
 *
 * <p>Every file {@code mod_x.lua} is a module, wherever it is, except in hidden folders and among
 * specs; a file whose name is not a module name is a problem instead. A module's own folder, {@code
 * mod_x} or {@code x}, may contain a README with YAML front matter, and more Lua files, whose facts
 * count as the module's.
 *
 * @param layout where their files are
 * @param modules the modules, sorted by name
 * @param problems everything that is wrong in their files, by file and place; the modules are
 *     present nevertheless, with the facts of what could be read
 * @since 0.1.0
 */
public record ModuleTree(
    ModuleLayout layout,
    ImmutableList<ModuleSource> modules,
    ImmutableList<SourceProblem> problems) {
  /**
   * Reads a folder.
   *
   * @param folder the folder, as it would be listed in {@code plugin_paths}
   * @return its modules and problems
   * @throws IOException if the folder cannot be read. A file that cannot be read is a problem of
   *     the tree
   */
  public static ModuleTree read(Path folder) throws IOException {
    try (ParallelFileReader files = new ParallelFileReader()) {
      ModuleLayout layout = ModuleLayout.find(folder, files);
      files.finish();
      return of(layout, files);
    }
  }

  private static ModuleTree of(ModuleLayout layout, ParallelFileReader files) throws IOException {
    List<SourceProblem> problems = new ArrayList<>(layout.problems());
    layout.refused().forEach((link, reason) -> problems.add(SourceProblem.of(link, reason)));
    ImmutableList.Builder<ModuleSource> modules = ImmutableList.builder();
    for (ModuleFiles module : layout.modules()) {
      modules.add(ModuleSource.of(module, files, problems));
    }
    if (problems.size() > 1) {
      problems.sort(
          Comparator.comparing(SourceProblem::file).thenComparing(SourceProblem::position));
    }
    return new ModuleTree(layout, modules.build(), ImmutableList.copyOf(problems));
  }

  /**
   * Makes a catalogue from the modules, which also {@linkplain ModuleCatalog#knowledge knows} what
   * their code does, and which releases they are for. That holds instead of what is known about
   * other modules of the same names.
   *
   * @param day the day that the catalogue describes
   * @return an {@linkplain ModuleSource#entry entry} for each, sorted by name
   */
  public ModuleCatalog catalog(LocalDate day) {
    return ModuleCatalog.of(
        Iterables.transform(modules, ModuleSource::entry), TreeKnowledge.of(this, day));
  }

  /**
   * Makes one catalogue from the modules of several folders.
   *
   * @param trees the folders in the order of {@code plugin_paths}; if several have a module of the
   *     same name, the first counts
   * @param day the day that the catalogue describes
   * @return an entry for each module
   */
  public static ModuleCatalog catalog(List<ModuleTree> trees, LocalDate day) {
    ModuleCatalog all = ModuleCatalog.of(ImmutableList.of());
    for (ModuleTree tree : Lists.reverse(trees)) {
      all = all.overlaidWith(tree.catalog(day));
    }
    return all;
  }
}
