package io.prosodykit.scaffold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds what is written within the target directory. */
final class TargetPaths {
  private TargetPaths() {}

  /**
   * Resolves a path in the target directory and checks every folder on the way.
   *
   * @throws OutsideTargetException if one of them is a link that leads out of the directory, or
   *     nowhere
   * @throws IllegalArgumentException if the path is not one within the directory
   */
  static Path resolve(Path directory, String path) throws IOException {
    Path target = directory.resolve(path);
    Path relative = directory.relativize(target);
    if (path.isEmpty()
        || !target.startsWith(directory)
        || relative.startsWith("..")
        || !relative.equals(relative.normalize())) {
      throw new IllegalArgumentException(path + " is not in " + directory);
    }
    Path root = directory.toRealPath();
    Path step = directory;
    for (int i = 0; i < relative.getNameCount() - 1; i++) {
      step = step.resolve(relative.getName(i));
      if (Files.isSymbolicLink(step)
          && !(Files.exists(step) && step.toRealPath().startsWith(root))) {
        throw new OutsideTargetException(step, directory);
      }
    }
    return target;
  }
}
