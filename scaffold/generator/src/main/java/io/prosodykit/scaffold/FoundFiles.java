package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.files.Enclosure;
import io.prosodykit.files.RefusedFileException;
import io.prosodykit.scaffold.merge.Merge;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a module on the disk, if they can be merged without loss. */
final class FoundFiles {
  private final Path folder;
  private final Enclosure enclosure;

  private FoundFiles(Path folder) throws IOException {
    this.folder = folder;
    this.enclosure = Enclosure.of(folder);
  }

  /**
   * Reads the files that exist.
   *
   * @param paths their paths in the folder
   * @return the texts by path
   * @throws InvalidSpecException if any of them cannot be merged: it is not in UTF-8, so reading
   *     and writing it would change it; it has unresolved conflicts; it is larger than {@link
   *     BoundedFile#TEXT_LIMIT}; it is not a file; or its path has a link that is not followed. The
   *     exception has all problems
   */
  static ImmutableMap<String, String> read(Path folder, Iterable<String> paths) throws IOException {
    FoundFiles files = new FoundFiles(folder);
    ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
    List<SpecProblem> problems = new ArrayList<>();
    for (String path : paths) {
      if (Disk.occupied(folder.resolve(path))) {
        try {
          texts.put(path, files.text(path));
        } catch (RefusedFileException | LinkedFolderException e) {
          problems.add(new SpecProblem("files", String.valueOf(e.getMessage())));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidSpecException("update", problems);
    }
    return texts.buildOrThrow();
  }

  private String text(String path) throws IOException {
    Path file = TargetPaths.resolve(folder, path);
    try {
      String text = enclosure.readText(file);
      if (Merge.isMarked(text)) {
        throw new RefusedFileException(
            file,
            "still has conflicts from the last update: resolve the lines between the markers"
                + " <<<<<<< and >>>>>>>, then update again");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new RefusedFileException(
          file, "is not in UTF-8, so a merge would damage it: convert it to UTF-8");
    }
  }
}
