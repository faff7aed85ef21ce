package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.files.Enclosure;
import io.prosodykit.files.RefusedFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a module as they stand on the disk, if they can be merged without loss. */
final class FoundFiles {
  private final Path folder;
  private final Enclosure enclosure;

  private FoundFiles(Path folder) throws IOException {
    this.folder = folder;
    this.enclosure = Enclosure.of(folder);
  }

  /**
   * Reads those of some files that are there.
   *
   * @param paths their paths in the folder
   * @return the texts by the paths
   * @throws InvalidSpecException if one cannot be merged: it is not UTF-8, which reading and
   *     writing would change, it has conflicts from before, it is larger than {@link
   *     BoundedFile#TEXT_LIMIT}, it is not a file, or a link leads to it that is not followed; it
   *     names all of them
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
    // a file of the module's own may be hidden, but not what a link leads to
    if (Files.isSymbolicLink(file)) {
      enclosure.check(file);
    }
    byte[] bytes = BoundedFile.read(file, BoundedFile.TEXT_LIMIT);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (Merge.isMarked(text)) {
        throw new RefusedFileException(
            file,
            "still has conflicts of the last update: choose between the lines that the marks"
                + " <<<<<<< and >>>>>>> enclose, then update again");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new RefusedFileException(
          file, "is not in UTF-8, and would not be the same: convert it");
    }
  }
}
