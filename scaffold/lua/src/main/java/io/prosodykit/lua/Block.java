package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import java.util.function.Consumer;

/**
 * A list of statements that is a scope.
 *
 * @param position where its first statement begins, or where that would be
 * @param statements the statements; an empty statement, {@code ;}, is not among them
 * @since 0.1.0
 */
public record Block(LuaPosition position, ImmutableList<Statement> statements) implements LuaNode {
  @Override
  public void forEachChild(Consumer<? super LuaNode> action) {
    statements.forEach(action);
  }
}
