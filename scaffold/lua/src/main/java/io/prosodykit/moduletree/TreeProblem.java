package io.prosodykit.moduletree;

import io.prosodykit.lua.LuaPosition;
import io.prosodykit.text.VisibleText;
import java.nio.file.Path;

/**
 * Something that is wrong in a tree of modules.
 *
 * @param file where
 * @param position where in the file; its beginning for what concerns all of it
 * @param message what is wrong and what would be right
 * @since 0.1.0
 */
public record TreeProblem(Path file, LuaPosition position, String message) {
  /** The longest message that is printed in full, in characters. */
  private static final int LONGEST = 500;

  private static final LuaPosition BEGINNING = new LuaPosition(1, 1);

  static TreeProblem of(Path file, String message) {
    return new TreeProblem(file, BEGINNING, message);
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
}
