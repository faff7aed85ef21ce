package io.prosodykit.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Describes I/O errors. The JDK's own messages are often just the name of the file. */
public final class FileFault {
  private FileFault() {}

  /**
   * Says what is wrong with a file.
   *
   * @param fault what reading or writing the file threw
   * @return the reason, to follow the name of the file in a message, for example {@code is not a
   *     regular file}
   */
  public static String reason(IOException fault) {
    if (fault instanceof AccessDeniedException) {
      return "cannot be read or written by this user";
    }
    if (fault instanceof NoSuchFileException) {
      return "does not exist";
    }
    if (fault instanceof NotDirectoryException) {
      return "is not a folder";
    }
    if (fault instanceof FileAlreadyExistsException) {
      return "already exists and is not a folder";
    }
    if (fault instanceof FileSystemException known && known.getReason() != null) {
      return known.getReason();
    }
    String message = fault.getMessage();
    return "cannot be read or written" + (message == null ? "" : ": " + message);
  }

  /**
   * {@return whether the user can fix the fault, because the file is missing, has the wrong
   * permissions, or is refused; false for what is wrong with the disk itself}
   *
   * @param fault what reading or writing a file threw
   */
  public static boolean isUsers(IOException fault) {
    return fault instanceof AccessDeniedException
        || fault instanceof FileAlreadyExistsException
        || fault instanceof NoSuchFileException
        || fault instanceof NotDirectoryException
        || fault instanceof RefusedFileException;
  }
}
