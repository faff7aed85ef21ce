package io.prosodykit.files;

import com.google.common.collect.ImmutableList;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads files whole, but regular files alone and up to a size. A device, a named pipe, or a file
 * that never ends costs neither time nor memory; nor does what a system makes up as it is read,
 * such as {@code /proc/kmsg}, which waits for the kernel's next message.
 */
public final class BoundedFile {
  /** The most bytes of a text that people write, such as Lua source or a README: 16 MiB. */
  public static final int TEXT_LIMIT = 16 << 20;

  private static final int MIB = 1 << 20;

  /** Where Linux has files that it makes up, which say that they are regular, and empty. */
  private static final ImmutableList<Path> MADE_UP =
      ImmutableList.of(Path.of("/proc"), Path.of("/sys"));

  private BoundedFile() {}

  /**
   * Reads a file.
   *
   * @param file the file; links are followed
   * @param limit the most bytes that it may have
   * @return its bytes
   * @throws RefusedFileException if it is not a regular file, or is larger
   * @throws IOException if there is no such file, or it cannot be read
   */
  public static byte[] read(Path file, int limit) throws IOException {
    BasicFileAttributes attributes = regular(file);
    if (attributes.size() > limit) {
      throw tooLarge(file, limit);
    }
    try (InputStream in = open(file)) {
      // it may have grown since
      byte[] bytes = in.readNBytes(limit);
      if (bytes.length == limit && in.read() >= 0) {
        throw tooLarge(file, limit);
      }
      return bytes;
    }
  }

  /**
   * Reads the beginning of a file of any size.
   *
   * @param file the file; links are followed
   * @param most how many bytes to read at most
   * @return its first bytes
   * @throws RefusedFileException if it is not a regular file
   * @throws IOException if there is no such file, or it cannot be read
   */
  public static byte[] beginning(Path file, int most) throws IOException {
    var unused = regular(file);
    try (InputStream in = open(file)) {
      return in.readNBytes(most);
    }
  }

  private static BasicFileAttributes regular(Path file) throws IOException {
    // opening a pipe waits for its other end, so what the file is comes first
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      throw new RefusedFileException(file, "is a folder, not a file");
    }
    if (!attributes.isRegularFile()) {
      throw new RefusedFileException(file, "is not a regular file");
    }
    if (attributes.size() == 0 && isDefault(file)) {
      Path real = file.toRealPath();
      if (MADE_UP.stream().anyMatch(real::startsWith)) {
        throw new RefusedFileException(file, "is made up by the system, and is on no disk");
      }
    }
    return attributes;
  }

  /**
   * Reads a text of at most {@link #TEXT_LIMIT}.
   *
   * @param file the file; links are followed
   * @return its text; bytes that are not UTF-8 become U+FFFD
   * @throws RefusedFileException if it is not a regular file, or is larger
   * @throws IOException if there is no such file, or it cannot be read
   */
  public static String readText(Path file) throws IOException {
    return new String(read(file, TEXT_LIMIT), StandardCharsets.UTF_8);
  }

  /** Opens a file: where possible as a stream, because channels cost a fresh JVM more. */
  private static InputStream open(Path file) throws IOException {
    if (isDefault(file)) {
      try {
        return new FileInputStream(file.toFile());
      } catch (FileNotFoundException e) {
        // a channel says whether there is no such file, or no right to read it
      }
    }
    return Files.newInputStream(file);
  }

  private static boolean isDefault(Path file) {
    return file.getFileSystem() == FileSystems.getDefault();
  }

  private static RefusedFileException tooLarge(Path file, int limit) {
    String most = limit % MIB == 0 ? limit / MIB + " MiB" : limit + " bytes";
    return new RefusedFileException(file, "is larger than " + most + ", the most that is read");
  }
}
