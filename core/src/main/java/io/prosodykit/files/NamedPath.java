package io.prosodykit.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Paths in untrusted text, such as a Lua file or a JSON document. The text may contain anything:
 * characters that no path can have (NUL, on Windows {@code * ? :} too), or a path to another place.
 */
public final class NamedPath {
  private NamedPath() {}

  /**
   * Resolves a text against a folder.
   *
   * @param folder the folder
   * @param text a path, relative to the folder or absolute
   * @return the path, not normalised; empty if the text is not a valid path
   */
  public static Optional<Path> resolve(Path folder, String text) {
    try {
      return Optional.of(folder.resolve(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * Resolves a text that names something in a folder. Links are not checked: see {@link Enclosure}.
   *
   * @param folder the folder
   * @param text a path relative to the folder
   * @return the path, without {@code .} and {@code ..} in the part that the text adds; empty if the
   *     text is not a valid path, or if it does not lead below the folder
   */
  public static Optional<Path> below(Path folder, String text) {
    return resolve(folder.getFileSystem().getPath(""), text)
        .map(Path::normalize)
        .filter(path -> path.getRoot() == null && !path.startsWith(".."))
        .filter(path -> !path.toString().isEmpty())
        .map(folder::resolve);
  }
}
