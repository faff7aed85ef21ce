package io.prosodykit.maven;

import io.prosodykit.files.FileFault;
import io.prosodykit.files.RefusedFileException;
import io.prosodykit.text.VisibleText;
import java.io.IOException;
import java.nio.file.FileSystemException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Failures of goals that cannot read or write a file. */
final class IoFailures {
  /** The most characters of a message. */
  private static final int LONGEST = 2_000;

  private IoFailures() {}

  /**
   * Returns what to throw for a failed attempt.
   *
   * @param attempt what failed, with the file's name
   * @throws MojoFailureException if the user can fix it
   */
  static MojoExecutionException failure(String attempt, IOException e) throws MojoFailureException {
    if (e instanceof RefusedFileException) {
      throw new MojoFailureException(VisibleText.lines(String.valueOf(e.getMessage())));
    }
    String message = VisibleText.brief(attempt + ": " + reason(e), LONGEST);
    if (FileFault.isUsers(e)) {
      throw new MojoFailureException(message);
    }
    return new MojoExecutionException(message, e);
  }

  /**
   * Returns what to throw if nothing more is known.
   *
   * @throws MojoFailureException if the user can fix it
   */
  static MojoExecutionException failure(IOException e) throws MojoFailureException {
    if (FileFault.isUsers(e) && !(e instanceof RefusedFileException)) {
      throw new MojoFailureException(VisibleText.brief(reason(e), LONGEST));
    }
    return failure("cannot read or write", e);
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException fault && fault.getFile() != null
        ? fault.getFile() + ": " + FileFault.reason(e)
        : FileFault.reason(e);
  }
}
