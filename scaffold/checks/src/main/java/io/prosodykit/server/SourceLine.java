package io.prosodykit.server;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.files.SlashedPath;
import java.nio.file.Path;

/**
 * A line of a module's source.
 *
 * @param file the file, absolute
 * @param line the number of the line, from 1
 * @since 0.1.0
 */
public record SourceLine(Path file, int line) {
  /** Prints it as {@code FILE:LINE}. */
  @Override
  public String toString() {
    return file + ":" + line;
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    return ImmutableMap.of("file", SlashedPath.of(file), "line", line);
  }
}
