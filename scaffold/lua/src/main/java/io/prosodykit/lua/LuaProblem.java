package io.prosodykit.lua;

import com.google.common.collect.ImmutableSet;

/**
 * One reason why some version of Lua refuses source text.
 *
 * @param position where it shows
 * @param message what is wrong there, and if possible what would be right
 * @param versions the versions that refuse it, at least one
 * @since 0.1.0
 */
public record LuaProblem(LuaPosition position, String message, ImmutableSet<LuaVersion> versions) {
  /**
   * Checks the versions.
   *
   * @param position where it shows
   * @param message what is wrong there
   * @param versions the versions that refuse it
   * @throws IllegalArgumentException if there is no version
   */
  public LuaProblem {
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("no version refuses \"" + message + "\"");
    }
  }

  /**
   * Prints {@code line:column: message}, and the versions, if only some refuse it: {@code 3:1: …
   * (Lua 5.1, 5.2)}.
   */
  @Override
  public String toString() {
    String text = position + ": " + message;
    return versions.size() == LuaVersion.values().length
        ? text
        : text
            + " (Lua "
            + String.join(", ", versions.stream().map(LuaVersion::toString).toList())
            + ")";
  }
}
