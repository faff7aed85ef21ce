package io.prosodykit.lua;

import java.util.function.Consumer;

/**
 * One condition of an {@code if} statement and its block.
 *
 * @param position where its {@code if} or {@code elseif} begins
 * @param condition the condition
 * @param block what runs if the condition is true
 * @since 0.1.0
 */
public record IfBranch(LuaPosition position, Expression condition, Block block) implements LuaNode {
  @Override
  public void forEachChild(Consumer<? super LuaNode> action) {
    action.accept(condition);
    action.accept(block);
  }
}
