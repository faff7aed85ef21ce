package io.prosodykit.scaffold;

import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps everything that is written inside the target directory. */
final class TargetPaths {
  private TargetPaths() {}

  /**
   * Resolves a path in a directory and checks every folder on the way. The directory itself may be
   * a link, and so may the file at the path.
   *
   * @throws LinkedFolderException if one of the folders is a link
   * @throws IllegalArgumentException if the path does not lead below the directory
   */
  static Path resolve(Path directory, String path) {
    Path target = directory.resolve(path);
    // relativize and startsWith see no dots that lead up and down again
    if (path.isEmpty()
        || !target.startsWith(directory)
        || leadsUp(directory.getFileSystem().getPath(path))) {
      throw new IllegalArgumentException(path + " is not in " + directory);
    }
    Path relative = directory.relativize(target);
    Path step = directory;
    for (int i = 0; i < relative.getNameCount() - 1; i++) {
      step = step.resolve(relative.getName(i));
      if (Files.isSymbolicLink(step)) {
        throw new LinkedFolderException(step);
      }
    }
    return target;
  }

  private static boolean leadsUp(Path path) {
    for (Path name : path) {
      if (name.toString().equals("..") || name.toString().equals(".")) {
        return true;
      }
    }
    return false;
  }
}
