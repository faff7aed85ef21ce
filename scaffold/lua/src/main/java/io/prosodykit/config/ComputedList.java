package io.prosodykit.config;

import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.SourceProblem;
import java.nio.file.Path;

/**
 * A place where a configuration sets a list whose names cannot be read from its source: they are
 * computed, or the list is set in a condition. Who reads the configuration says why that matters.
 *
 * @param file the file that sets it
 * @param position where in the file
 * @param name the option
 * @since 0.1.0
 */
public record ComputedList(Path file, LuaPosition position, String name) {
  /**
   * {@return why it matters}
   *
   * @param message what is wrong, and what would be right
   */
  public SourceProblem problem(String message) {
    return new SourceProblem(file, position, message);
  }
}
