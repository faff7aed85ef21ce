package io.prosodykit.lua;

/**
 * A comment.
 *
 * @param position where its {@code --} begins; for a first line that begins with {@code #}, the
 *     position of that
 * @param text what follows the {@code --}, or the text between the long brackets, as written
 * @param end where it ends, after its last character
 * @since 0.1.0
 */
public record LuaComment(LuaPosition position, String text, LuaPosition end) {
  /** {@return the line on which it ends, from 1} */
  public int endLine() {
    return end.line();
  }
}
