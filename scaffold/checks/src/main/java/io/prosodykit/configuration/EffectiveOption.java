package io.prosodykit.configuration;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.files.SlashedPath;
import java.nio.file.Path;

/**
 * An option of a section, with the value that it has in the end.
 *
 * @param name its name
 * @param value its value
 * @param file the file that set it last, or appended to it
 * @param line the line, from 1, in which that statement ends
 * @since 0.1.0
 */
public record EffectiveOption(String name, ConfigurationValue value, Path file, int line) {
  /** {@return the file and line} */
  public String place() {
    return file + ":" + line;
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    return ImmutableMap.of(
        "name", name, "value", value.document(), "file", SlashedPath.of(file), "line", line);
  }
}
