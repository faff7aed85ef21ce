package io.prosodykit.lua;

/**
 * A comment.
 *
 * @param position where its {@code --} begins; for a first line that begins with {@code #}, that
 * @param text what follows the {@code --}, or what stands between the long brackets, as written
 * @param end where it ends, behind its last character
 */
public record LuaComment(LuaPosition position, String text, LuaPosition end) {
  /**
   * Returns the line on which it ends.
   *
   * @return the line, from 1
   */
  public int endLine() {
    return end.line();
  }
}
