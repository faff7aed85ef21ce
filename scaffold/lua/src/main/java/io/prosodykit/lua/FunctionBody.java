package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import java.util.function.Consumer;

/**
 * The parameters and statements of a function.
 *
 * @param position where its {@code function} begins
 * @param parameters the named parameters; the first of {@code function a:b()} is {@code self}
 * @param variadic whether the last parameter is {@code ...}
 * @param block the statements
 * @param end where its {@code end} begins
 * @since 0.1.0
 */
public record FunctionBody(
    LuaPosition position,
    ImmutableList<LocalVariable> parameters,
    boolean variadic,
    Block block,
    LuaPosition end)
    implements LuaNode {
  @Override
  public void forEachChild(Consumer<? super LuaNode> action) {
    action.accept(block);
  }
}
