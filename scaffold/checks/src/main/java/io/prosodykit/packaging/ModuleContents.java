package io.prosodykit.packaging;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.files.FolderWalk;
import io.prosodykit.files.RefusedFileException;
import io.prosodykit.moduletree.ModuleFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a module that its users need, by their paths in the module's folder, without hidden
 * files, specs, and the leftovers of editors and builds.
 */
final class ModuleContents {
  /** The most bytes of a module: 256 MiB. */
  static final int LIMIT = 256 << 20;

  private static final ImmutableSet<String> LEFT_OUT = ImmutableSet.of("spec", "target");
  private static final ImmutableSet<String> LEFTOVERS =
      ImmutableSet.of("~", ".bak", ".orig", ".rej", ".rock", ".swp", "_spec.lua");
  private static final String ROCKSPEC = ".rockspec";

  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final SortedMap<String, Path> rockspecs = new TreeMap<>();
  private final String home;
  private int size;

  private ModuleContents(String home) {
    this.home = home;
  }

  /**
   * Reads the files.
   *
   * @throws RefusedFileException if there is a link that may not be followed, or if the files
   *     together are larger than {@link #LIMIT}
   */
  static ModuleContents read(ModuleFiles module) throws IOException {
    Optional<Path> folder = module.folder();
    ModuleContents contents =
        new ModuleContents(folder.isEmpty() ? "" : home(module, folder.get()));
    if (folder.isEmpty()) {
      contents.add("mod_" + module.name() + ".lua", module.main());
      return contents;
    }
    for (Path file : FolderWalk.files(folder.get(), inner -> !LEFT_OUT.contains(name(inner)))) {
      if (!isLeftover(file)) {
        contents.add(folder.get().relativize(file), file);
      }
    }
    return contents;
  }

  private static String home(ModuleFiles module, Path folder) {
    Path main = folder.relativize(module.main());
    return main.getNameCount() > 1 ? main.getName(0) + "/" : "";
  }

  private void add(Path path, Path file) throws IOException {
    if (!name(path).endsWith(ROCKSPEC)) {
      add(Joiner.on('/').join(path), file);
    } else if (path.getNameCount() == 1) {
      rockspecs.put(path.toString(), file);
    }
  }

  private void add(String path, Path file) throws IOException {
    byte[] bytes = BoundedFile.read(file, LIMIT - size);
    size += bytes.length;
    files.put(path, bytes);
  }

  private static boolean isLeftover(Path file) {
    String name = name(file).toLowerCase(Locale.ROOT);
    return LEFTOVERS.stream().anyMatch(name::endsWith);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** Returns the bytes by path, with slashes, without the rockspecs. */
  SortedMap<String, byte[]> files() {
    return files;
  }

  /**
   * Returns the prefix of the paths of the files that Prosody finds: empty, or {@code x/} in
   * mod_x/x/mod_x.lua.
   */
  String home() {
    return home;
  }

  /** Returns the rockspecs directly in the folder, by name. */
  SortedMap<String, Path> rockspecs() {
    return rockspecs;
  }
}
