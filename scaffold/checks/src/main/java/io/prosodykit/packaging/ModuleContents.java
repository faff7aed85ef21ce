package io.prosodykit.packaging;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.files.RefusedFileException;
import io.prosodykit.moduletree.ModuleFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The bytes of a module's files that its users need: its {@link ModuleFiles} without rockspecs and
 * the leftovers of editors and builds.
 *
 * @param files the bytes by the path in the module's folder, with slashes
 * @param home the prefix of the paths of the files that Prosody finds: empty, or {@code x/} in
 *     mod_x/x/mod_x.lua
 */
record ModuleContents(ImmutableSortedMap<String, byte[]> files, String home) {
  /** The most bytes of a module: 256 MiB. */
  static final int LIMIT = 256 << 20;

  private static final String BUILD = "target";
  private static final ImmutableSet<String> LEFTOVERS =
      ImmutableSet.of("~", ".bak", ".orig", ".rej", ".rock", ".rockspec", ".swp", "_spec.lua");

  /**
   * Reads the files.
   *
   * @throws RefusedFileException if the files together are larger than {@link #LIMIT}
   */
  static ModuleContents read(ModuleFiles module) throws IOException {
    Optional<Path> folder = module.folder();
    ImmutableSortedMap.Builder<String, byte[]> files = ImmutableSortedMap.naturalOrder();
    int size = 0;
    for (Path file : module.files()) {
      Path path = folder.map(own -> own.relativize(file)).orElse(file.getFileName());
      if (!isLeftover(path)) {
        byte[] bytes = BoundedFile.read(file, LIMIT - size);
        size += bytes.length;
        files.put(Joiner.on('/').join(path), bytes);
      }
    }
    return new ModuleContents(
        files.buildOrThrow(), folder.map(own -> home(own.relativize(module.main()))).orElse(""));
  }

  private static String home(Path main) {
    return main.getNameCount() > 1 ? main.getName(0) + "/" : "";
  }

  private static boolean isLeftover(Path path) {
    for (Path folder : path.resolveSibling("")) {
      if (folder.toString().equals(BUILD)) {
        return true;
      }
    }
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return LEFTOVERS.stream().anyMatch(name::endsWith);
  }
}
