package io.prosodykit.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder that files belong to. The target of a link in it is read only if it is in the folder
 * as well and is not hidden. So nobody can make a build read or publish other files of the machine
 * by adding a link to a project.
 */
public final class Enclosure {
  private final Path folder;
  private final Path real;

  private Enclosure(Path folder, Path real) {
    this.folder = folder;
    this.real = real;
  }

  /**
   * Encloses the files of a folder.
   *
   * @param folder the folder, which may be a link itself
   * @return its enclosure
   * @throws IOException if there is no such folder
   */
  public static Enclosure of(Path folder) throws IOException {
    return new Enclosure(folder, folder.toRealPath());
  }

  /**
   * Says why a file must not be read.
   *
   * @param file a file or folder, absolute if the folder is; any part of its path may be a link
   * @return the reason, with the fix, to follow the name of the file in a message; empty if the
   *     file may be read
   * @throws IOException if the disk fails
   */
  public Optional<String> objection(Path file) throws IOException {
    Path inside = folder.relativize(file).normalize();
    if (inside.startsWith("..")) {
      return Optional.of("is not in " + folder);
    }
    Path target;
    try {
      target = file.toRealPath();
    } catch (NoSuchFileException e) {
      return Files.isSymbolicLink(file)
          ? Optional.of("is a link to nothing: remove it")
          : Optional.empty();
    } catch (FileSystemException e) {
      return Optional.of("is a link that cannot be followed: remove it");
    }
    if (target.equals(real.resolve(inside).normalize())) {
      return Optional.empty();
    }
    if (!target.startsWith(real)) {
      return Optional.of(
          "is a link out of " + folder + ": replace it with a copy of what it leads to");
    }
    for (Path part : real.relativize(target)) {
      if (isHidden(part)) {
        return Optional.of("is a link to something hidden: replace it with a copy");
      }
    }
    return Optional.empty();
  }

  /**
   * Checks that a file may be read.
   *
   * @param file a file or folder, absolute if the folder is
   * @throws RefusedFileException if there is an {@link #objection}
   */
  public void check(Path file) throws IOException {
    Optional<String> objection = objection(file);
    if (objection.isPresent()) {
      throw new RefusedFileException(file, objection.get());
    }
  }

  /**
   * Reads a text of at most {@link BoundedFile#TEXT_LIMIT}. A file that is not a link may be
   * hidden.
   *
   * @param file a file, absolute if the folder is
   * @return its text
   * @throws RefusedFileException if it is a link to which there is an {@link #objection}, is not a
   *     regular file, or is larger
   * @throws CharacterCodingException if it is not in UTF-8
   * @throws IOException if there is no such file, or it cannot be read
   */
  public String readText(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      check(file);
    }
    byte[] bytes = BoundedFile.read(file, BoundedFile.TEXT_LIMIT);
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /**
   * {@return whether a file is hidden: its last name begins with a dot}
   *
   * @param file the file
   */
  public static boolean isHidden(Path file) {
    Path name = file.getFileName();
    return name != null && name.toString().startsWith(".");
  }
}
