package io.prosodykit.moduletree;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A module on disk: the paths of its files, none of which is open. All that reads modules begins
 * with this.
 *
 * @param name the module's name without {@code mod_}
 * @param main the file that Prosody loads
 * @param folder its own folder; empty for a {@code mod_x.lua} in a shared folder
 * @param files all files in its own folder, sorted, without hidden ones and without the folders
 *     {@code spec}, {@code test} and {@code tests}; only the main file if it has no own folder
 * @param isFound whether Prosody finds it, if the tree's folder is in {@code plugin_paths}
 * @since 0.1.0
 */
public record ModuleFiles(
    String name, Path main, Optional<Path> folder, ImmutableList<Path> files, boolean isFound) {
  /** What the name of a library for {@code module:require} ends with. */
  public static final String LIBRARY = ".lib.lua";

  private static final String CONFIG = "config";

  /**
   * {@return a library that is not in a module's own folder, with an empty name for its unknown
   * module}
   *
   * @param file the file
   */
  public static ModuleFiles ofLibrary(Path file) {
    return alone("", file, true);
  }

  static ModuleFiles alone(String name, Path main, boolean isFound) {
    return new ModuleFiles(name, main, Optional.empty(), ImmutableList.of(main), isFound);
  }

  /** {@return the other Lua files in its own folder, sorted} */
  public ImmutableList<Path> parts() {
    return select(file -> FileKind.of(file) == FileKind.PART && !file.equals(main));
  }

  /**
   * {@return the first of README.md, README.markdown, README.mdown, README.mdwn and README directly
   * in its own folder; empty if there is none}
   */
  public Optional<Path> readme() {
    for (String readme : FileKind.READMES) {
      for (Path file : files) {
        if (FileKind.fileName(file).equals(readme) && isDirectlyInFolder(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  /** {@return the {@code .rockspec} files directly in its own folder, sorted} */
  public ImmutableList<Path> rockspecs() {
    return select(file -> FileKind.of(file) == FileKind.ROCKSPEC && isDirectlyInFolder(file));
  }

  /**
   * {@return the examples of its configuration, sorted: the files {@code *.cfg.lua} in the folder
   * {@code config} of its own folder, or beside its main file}
   */
  public ImmutableList<Path> examples() {
    if (folder.isEmpty()) {
      return ImmutableList.of();
    }
    Path outer = folder.get().resolve(CONFIG);
    Path inner = main.resolveSibling(CONFIG);
    return select(
        file ->
            FileKind.isConfiguration(file) && (file.startsWith(outer) || file.startsWith(inner)));
  }

  private boolean isDirectlyInFolder(Path file) {
    return folder.isPresent() && folder.get().equals(file.getParent());
  }

  private ImmutableList<Path> select(Predicate<Path> wanted) {
    ImmutableList.Builder<Path> selected = ImmutableList.builder();
    for (Path file : files) {
      if (wanted.test(file)) {
        selected.add(file);
      }
    }
    return selected.build();
  }
}
