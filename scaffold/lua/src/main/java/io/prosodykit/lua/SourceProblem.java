package io.prosodykit.lua;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.files.SlashedPath;
import io.prosodykit.text.VisibleText;
import java.nio.file.Path;

/**
 * Something that is wrong in a file.
 *
 * @param file the file
 * @param position where in the file; its beginning for what concerns all of it
 * @param message what is wrong, and what would be right
 * @since 0.1.0
 */
public record SourceProblem(Path file, LuaPosition position, String message) {
  /** The longest message that is printed in full, in characters. */
  private static final int LONGEST = 500;

  /**
   * {@return a problem that concerns a whole file}
   *
   * @param file the file
   * @param message what is wrong, and what would be right
   */
  public static SourceProblem of(Path file, String message) {
    return new SourceProblem(file, LuaPosition.BEGINNING, message);
  }

  /** Prints file, line, column and message, separated by colons; a long message is cut. */
  @Override
  public String toString() {
    return VisibleText.of(file.toString())
        + ":"
        + position
        + ": "
        + VisibleText.brief(message, LONGEST);
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    return ImmutableMap.of(
        "file",
        SlashedPath.of(file),
        "line",
        position.line(),
        "column",
        position.column(),
        "message",
        message);
  }
}
