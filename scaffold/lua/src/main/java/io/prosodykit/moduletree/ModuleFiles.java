package io.prosodykit.moduletree;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of one module.
 *
 * @param name the module's name without {@code mod_}
 * @param main the file that Prosody loads
 * @param parts the other Lua files in its own folder, sorted
 * @param folder its own folder; empty for a {@code mod_x.lua} in a shared folder
 * @param readme the first of README.md, README.markdown, README.mdown, README.mdwn and README in
 *     its own folder; empty if there is none
 * @param rockspecs the {@code .rockspec} files in its own folder, sorted
 * @param isFound whether Prosody finds it, if the tree's folder is in {@code plugin_paths}
 * @since 0.1.0
 */
public record ModuleFiles(
    String name,
    Path main,
    ImmutableList<Path> parts,
    Optional<Path> folder,
    Optional<Path> readme,
    ImmutableList<Path> rockspecs,
    boolean isFound) {
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
    return new ModuleFiles(
        name,
        main,
        ImmutableList.of(),
        Optional.empty(),
        Optional.empty(),
        ImmutableList.of(),
        isFound);
  }
}
