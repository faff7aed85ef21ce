package io.prosodykit.config;

import java.nio.file.Path;

/**
 * A list of a configuration whose names cannot be read from its source: they are computed, or the
 * list is set in a condition.
 *
 * @param file the file that sets it
 * @param line the line
 * @param list the option
 * @since 0.1.0
 */
public record ConfigProblem(Path file, int line, String list) {
  /** {@return the file and line} */
  public String place() {
    return file + ":" + line;
  }
}
