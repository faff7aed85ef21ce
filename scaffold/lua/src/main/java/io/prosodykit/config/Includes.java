package io.prosodykit.config;

import com.google.common.collect.ImmutableList;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.files.NamePattern;
import io.prosodykit.files.NamedPath;
import io.prosodykit.files.RefusedFileException;
import io.prosodykit.lua.LuaChunk;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files of one configuration: the main file and those that it includes, within limits. */
final class Includes {
  /** The most files. */
  static final int MOST_FILES = 10_000;

  /** How deeply files may include one another. Prosody fails before 200, when its stack is full. */
  static final int DEEPEST = 100;

  /** The most bytes of all files together. */
  static final int MOST_BYTES = BoundedFile.TEXT_LIMIT;

  /** The files that are being read, the innermost first. */
  private final Deque<Path> open = new ArrayDeque<>();

  private final Set<Path> known = new HashSet<>();
  private int bytes;

  /**
   * Begins to read a file; {@link #close} ends it.
   *
   * @return the file's source; empty if it was read before, because its contents are known
   * @throws RefusedFileException if it is being read already, or exceeds the limits
   * @throws IOException if it cannot be read
   */
  Optional<LuaChunk> open(Path file) throws IOException {
    Path real = file.toRealPath();
    if (open.contains(real)) {
      throw new RefusedFileException(file, "includes itself");
    }
    if (known.contains(real)) {
      return Optional.empty();
    }
    if (open.size() > DEEPEST) {
      throw new RefusedFileException(file, "is included more than " + DEEPEST + " files deep");
    }
    if (known.size() == MOST_FILES) {
      throw new RefusedFileException(
          file, "exceeds the limit of " + MOST_FILES + " files in a configuration");
    }
    byte[] source = BoundedFile.read(file, MOST_BYTES);
    if (source.length > MOST_BYTES - bytes) {
      throw new RefusedFileException(
          file, "makes the files of the configuration larger than " + (MOST_BYTES >> 20) + " MiB");
    }
    bytes += source.length;
    known.add(real);
    open.push(real);
    return Optional.of(LuaChunk.parse(source));
  }

  /** Ends what {@link #open} began last. */
  void close() {
    open.pop();
  }

  /**
   * {@return the files that an Include names, as Prosody's {@code core.configmanager} finds them:
   * if the last part contains {@code *} or {@code ?}, it is a pattern for the names of files that
   * are not hidden, and the files are sorted}
   *
   * @param from the file that includes them
   * @param text what it includes
   * @throws IOException if a folder cannot be read, or the text is not a valid path
   */
  static ImmutableList<Path> named(Path from, String text) throws IOException {
    if (text.indexOf('*') < 0 && text.indexOf('?') < 0) {
      return ImmutableList.of(path(from, text));
    }
    int slash = text.lastIndexOf('/');
    Path folder = path(from, text.substring(0, Math.max(slash, 0)));
    NamePattern pattern = NamePattern.ofGlob(text.substring(slash + 1));
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (!name.startsWith(".") && pattern.matches(name)) {
          found.add(file);
        }
        if (found.size() > MOST_FILES) {
          throw new RefusedFileException(
              folder, "has more than " + MOST_FILES + " files that match");
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(found);
    return ImmutableList.copyOf(found);
  }

  private static Path path(Path from, String text) throws IOException {
    return NamedPath.resolve(from.resolveSibling(""), text)
        .orElseThrow(
            () -> new FileSystemException(text, null, "is not a valid path on this system"));
  }
}
