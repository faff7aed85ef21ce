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
 * @param folder its own folder; empty for {@code mod_x.lua} that lies among others
 * @param readme the first of README.md, README.markdown, README.mdown, README.mdwn and README in
 *     its own folder; empty without
 * @param rockspecs the files {@code ….rockspec} in its own folder, sorted
 * @param isFound whether Prosody finds it, if the tree's folder is in {@code plugin_paths}
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
   * Returns a library that lies in no module's own folder.
   *
   * @param file the file
   * @return what stands for its module, whose name nobody knows: it is empty
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
