package io.prosodykit.files;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file that is not read, whoever may read it: a device, a file that is too large, a link. */
public final class RefusedFileException extends FileSystemException {
  private static final long serialVersionUID = 1;

  /**
   * Refuses a file.
   *
   * @param file the file
   * @param reason what is wrong with it and how to fix it, without the name of the file
   */
  public RefusedFileException(Path file, String reason) {
    super(file.toString(), null, reason);
  }
}
