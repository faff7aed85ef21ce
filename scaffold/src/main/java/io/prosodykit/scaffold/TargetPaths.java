package io.prosodykit.scaffold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds what is written within the target directory. */
final class TargetPaths {
  private TargetPaths() {}

  /**
   * Checks every folder between the target directory and a path in it.
   *
   * @throws OutsideTargetException if one of them is a link that leads out of the directory, or
   *     nowhere
   * @throws IllegalArgumentException if the path itself is not in the directory
   */
  static void check(Path directory, Path path) throws IOException {
    if (!path.normalize().startsWith(directory) || !path.normalize().equals(path)) {
      throw new IllegalArgumentException(path + " is not in " + directory);
    }
    Path root = directory.toRealPath();
    Path step = directory;
    for (Path name : directory.relativize(path.getParent())) {
      step = step.resolve(name);
      if (Files.isSymbolicLink(step)
          && !(Files.exists(step) && step.toRealPath().startsWith(root))) {
        throw new OutsideTargetException(step, directory);
      }
    }
  }
}
