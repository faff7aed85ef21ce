package io.prosodykit.maven;

import io.prosodykit.catalog.VisibleText;
import io.prosodykit.files.RefusedFileException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Faults of the disk, in words: the JDK's own messages are often just the file's name. */
final class Faults {
  private Faults() {}

  /**
   * Returns what to throw for a fault of the disk.
   *
   * @param attempt what did not succeed, with the file's name
   * @throws MojoFailureException if the user can mend it
   */
  static MojoExecutionException failure(String attempt, IOException e) throws MojoFailureException {
    if (e instanceof RefusedFileException) {
      throw new MojoFailureException(VisibleText.lines(String.valueOf(e.getMessage())));
    }
    String message = VisibleText.of(attempt + ": " + reason(e));
    if (isUsers(e)) {
      throw new MojoFailureException(message);
    }
    return new MojoExecutionException(message, e);
  }

  private static boolean isUsers(IOException e) {
    return e instanceof AccessDeniedException
        || e instanceof FileAlreadyExistsException
        || e instanceof NoSuchFileException
        || e instanceof NotDirectoryException;
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + " may not be read or written by this user";
    }
    if (e instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " is there already, and is no folder";
    }
    if (e instanceof NoSuchFileException missing) {
      return "there is no " + missing.getFile();
    }
    if (e instanceof NotDirectoryException file) {
      return file.getFile() + " is no folder";
    }
    if (e instanceof FileSystemException fault && fault.getReason() != null) {
      return fault.getFile() + ": " + fault.getReason();
    }
    return String.valueOf(e.getMessage());
  }
}
