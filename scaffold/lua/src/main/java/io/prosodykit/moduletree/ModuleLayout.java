package io.prosodykit.moduletree;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.prosodykit.files.RefusedFileException;
import io.prosodykit.lua.SourceProblem;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the files of modules are below a folder, following the rules by which Prosody finds a
 * module in {@code plugin_paths}: {@code mod_x/x/mod_x.lua}, {@code mod_x/mod_x.lua}, {@code
 * x/mod_x.lua}, {@code mod_x.lua}. Specs (in folders {@code spec}, {@code test} and {@code tests},
 * or named {@code …_spec.lua}) and configuration ({@code ….cfg.lua}) do not count as code of a
 * module.
 *
 * @since 0.1.0
 */
public final class ModuleLayout {
  private static final String PREFIX = FileKind.PREFIX;

  /** The rank after all places where Prosody looks. */
  private static final int NOWHERE = 4;

  private final Path root;
  private final Path realRoot;
  private final ModuleFileVisitor files;
  private final List<SourceProblem> problems;
  private final ImmutableList<ModuleFiles> modules;

  private ModuleLayout(Path root, Path realRoot, ModuleFileVisitor files) {
    this.root = root;
    this.realRoot = realRoot;
    this.files = files;
    this.problems = new ArrayList<>(files.problems());
    ImmutableList.Builder<ModuleFiles> all = ImmutableList.builder();
    for (Map.Entry<String, List<Path>> named : files.mains().entrySet()) {
      all.add(module(named.getKey(), named.getValue()));
    }
    this.modules = all.build();
  }

  /**
   * Looks for modules below a folder.
   *
   * @param root the folder, as it would be listed in {@code plugin_paths}
   * @return the layout; no file is opened
   * @throws IOException if a folder cannot be read
   */
  public static ModuleLayout find(Path root) throws IOException {
    return find(root, ModuleFileVisitor.Listener.NONE);
  }

  /**
   * Looks for modules and notifies a listener of files that may be theirs as soon as they are
   * found.
   */
  static ModuleLayout find(Path root, ModuleFileVisitor.Listener listener) throws IOException {
    return new ModuleLayout(root, root.toRealPath(), ModuleFileVisitor.walk(root, listener));
  }

  /** {@return the folder, as it was given} */
  public Path root() {
    return root;
  }

  /** {@return the modules, sorted by name} */
  public ImmutableList<ModuleFiles> modules() {
    return modules;
  }

  /**
   * {@return the files {@code NAME.lib.lua} that {@code module:require} finds and that are not in a
   * module's own folder, sorted}
   */
  public ImmutableList<Path> libraries() {
    Set<Path> owned = new HashSet<>();
    for (ModuleFiles module : modules) {
      owned.addAll(module.files());
    }
    ImmutableList.Builder<Path> libraries = ImmutableList.builder();
    for (Path file : files.filesBelow(root)) {
      if (FileKind.isLibrary(file) && !root.equals(file.getParent()) && !owned.contains(file)) {
        libraries.add(file);
      }
    }
    return libraries.build();
  }

  /**
   * {@return what is wrong with the names and places of files: invalid names, and files that
   * Prosody does not find}
   */
  public ImmutableList<SourceProblem> problems() {
    return ImmutableList.copyOf(problems);
  }

  /**
   * {@return the links that are not followed, by path, each with the reason and the fix: they lead
   * out of the folder of their module (out of the root, if they are not in a module's folder), to
   * something hidden, or nowhere}
   */
  public ImmutableSortedMap<Path, String> refused() {
    return ImmutableSortedMap.copyOfSorted(files.refused());
  }

  /**
   * Checks that all links can be followed.
   *
   * @return this
   * @throws FileSystemException with all that are {@link #refused}
   */
  public ModuleLayout checkLinks() throws FileSystemException {
    if (!files.refused().isEmpty()) {
      throw new RefusedFileException(files.refused());
    }
    return this;
  }

  private ModuleFiles module(String name, List<Path> named) {
    if (named.size() > 1) {
      named.sort(
          Comparator.<Path>comparingInt(file -> rank(name, file)).thenComparing(file -> file));
    }
    Path main = named.get(0);
    boolean isFound = rank(name, main) < NOWHERE;
    if (!isFound) {
      problems.add(
          SourceProblem.of(
              main,
              "Prosody does not find mod_"
                  + name
                  + " here: move it into a folder mod_"
                  + name
                  + ", or add this folder to plugin_paths"));
    }
    for (int i = 1; i < named.size(); i++) {
      problems.add(
          SourceProblem.of(
              named.get(i), "Prosody loads " + root.relativize(main) + " as mod_" + name));
    }
    Optional<Path> folder = ownFolder(name, main);
    if (folder.isEmpty()) {
      return ModuleFiles.alone(name, main, isFound);
    }
    return new ModuleFiles(name, main, folder, files.filesBelow(folder.get()), isFound);
  }

  /** The rank of a file in Prosody's search order, which is that of the layouts above. */
  private int rank(String name, Path file) {
    Path relative = root.relativize(file);
    String first = relative.getName(0).toString();
    return switch (relative.getNameCount()) {
      case 1 -> 3;
      case 2 -> first.equals(PREFIX + name) ? 1 : first.equals(name) ? 2 : NOWHERE;
      case 3 ->
          first.equals(PREFIX + name) && relative.getName(1).toString().equals(name) ? 0 : NOWHERE;
      default -> NOWHERE;
    };
  }

  private Optional<Path> ownFolder(String name, Path main) {
    Path folder = main.getParent();
    if (folder == null) {
      return Optional.empty();
    }
    if (isCalled(folder, PREFIX + name)) {
      return Optional.of(folder);
    }
    if (!isCalled(folder, name)) {
      return Optional.empty();
    }
    Path outer = folder.equals(root) ? null : folder.getParent();
    return Optional.of(outer != null && isCalled(outer, PREFIX + name) ? outer : folder);
  }

  /** The root may be given as {@code .} or as a link, and may be a module's own folder. */
  private boolean isCalled(Path folder, String name) {
    if (!folder.equals(root)) {
      return FileKind.fileName(folder).equals(name);
    }
    return FileKind.fileName(root.toAbsolutePath().normalize()).equals(name)
        || FileKind.fileName(realRoot).equals(name);
  }
}
