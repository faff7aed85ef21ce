package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The files of a module as they stand on the disk, if they can be merged without loss. */
final class FoundFiles {
  private static final Pattern UNRESOLVED =
      Pattern.compile(
          "^<<<<<<< %s\r?$.*^>>>>>>> %s\r?$".formatted(Merge.YOURS, Merge.THEIRS),
          Pattern.DOTALL | Pattern.MULTILINE);

  private FoundFiles() {}

  /**
   * Reads those of some files that are there.
   *
   * @param paths their paths in the folder
   * @return the texts by the paths
   * @throws InvalidSpecException if one cannot be merged: it is no UTF-8, which reading and writing
   *     would change, it has conflicts from before, or it is a folder; it names all of them
   */
  static ImmutableMap<String, String> read(Path folder, Iterable<String> paths) throws IOException {
    ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
    List<SpecProblem> problems = new ArrayList<>();
    for (String path : paths) {
      Path file = folder.resolve(path);
      if (Files.isDirectory(file)) {
        problems.add(new SpecProblem("files", file + ": is a folder, and no file: rename it"));
      } else if (Files.exists(file)) {
        try {
          String text = Files.readString(file);
          texts.put(path, text);
          if (UNRESOLVED.matcher(text).find()) {
            problems.add(
                new SpecProblem(
                    "files",
                    file
                        + ": still has conflicts of the last update: choose between what stands"
                        + " between the marks <<<<<<< and >>>>>>> there, then update again"));
          }
        } catch (CharacterCodingException e) {
          problems.add(
              new SpecProblem(
                  "files", file + ": is not in UTF-8, and would not be the same: convert it"));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidSpecException("update", problems);
    }
    return texts.buildOrThrow();
  }
}
