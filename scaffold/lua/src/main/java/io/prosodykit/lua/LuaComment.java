package io.prosodykit.lua;

/**
 * A comment.
 *
 * @param position where its {@code --} begins; for a first line that begins with {@code #}, that
 * @param text what follows the {@code --}, or what stands between the long brackets, as written
 * @param endLine the line on which it ends
 */
public record LuaComment(LuaPosition position, String text, int endLine) {}
