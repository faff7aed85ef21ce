package io.prosodykit.files;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Thrown for files that are not read, whatever their permissions: devices, files that are too
 * large, links.
 */
public final class RefusedFileException extends FileSystemException {
  private static final long serialVersionUID = 1;

  /** A line for each file. */
  private final String message;

  /**
   * Refuses a file.
   *
   * @param file the file
   * @param reason what is wrong with it and how to fix it, without the name of the file
   */
  public RefusedFileException(Path file, String reason) {
    super(file.toString(), null, reason);
    this.message = file + ": " + reason;
  }

  /**
   * Refuses several files.
   *
   * @param reasons the files, at least one, each with what is wrong with it
   */
  public RefusedFileException(SortedMap<Path, String> reasons) {
    super(reasons.firstKey().toString(), null, reasons.get(reasons.firstKey()));
    this.message =
        reasons.entrySet().stream()
            .map(RefusedFileException::line)
            .collect(Collectors.joining("\n"));
  }

  private static String line(Map.Entry<Path, String> refused) {
    return refused.getKey() + ": " + refused.getValue();
  }

  /** {@return a line for each file} */
  @Override
  public String getMessage() {
    return message;
  }
}
