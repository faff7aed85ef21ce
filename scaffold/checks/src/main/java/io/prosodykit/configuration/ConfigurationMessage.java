package io.prosodykit.configuration;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.files.SlashedPath;
import io.prosodykit.text.VisibleText;
import java.nio.file.Path;

/**
 * An error or a warning about a configuration.
 *
 * @param file the file
 * @param line the line, from 1; 0 for what concerns no line
 * @param message what is wrong
 * @since 0.1.0
 */
public record ConfigurationMessage(Path file, int line, String message) {
  /** The longest message that is printed in full, in characters. */
  private static final int LONGEST = 500;

  /** Prints file, line and message, separated by colons; a long message is cut. */
  @Override
  public String toString() {
    return VisibleText.of(file.toString())
        + (line > 0 ? ":" + line : "")
        + ": "
        + VisibleText.brief(message, LONGEST);
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    return ImmutableMap.of("file", SlashedPath.of(file), "line", line, "message", message);
  }
}
