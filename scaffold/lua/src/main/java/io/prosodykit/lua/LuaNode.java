package io.prosodykit.lua;

import java.util.function.Consumer;

/**
 * A node of a syntax tree.
 *
 * <p>Trees may be deep: {@code a.b.c…} and {@code a + b + c…} may go on as long as they like, and
 * each step holds the one before it. So code that visits a tree calls {@link #walk} rather than
 * itself, and leaves alone the {@code equals}, {@code hashCode} and {@code toString} of nodes from
 * sources it does not trust.
 */
public sealed interface LuaNode
    permits Block, Expression, FunctionBody, IfBranch, Statement, TableField {
  /**
   * Returns where the node begins.
   *
   * @return the position of its first character
   */
  LuaPosition position();

  /**
   * Hands on the nodes directly below this one, in the order of the text.
   *
   * @param action called with each
   */
  void forEachChild(Consumer<? super LuaNode> action);

  /**
   * Hands on this node and all nodes below it, each before those below it and in the order of the
   * text. Any depth is fine.
   *
   * @param action called with each
   */
  default void walk(Consumer<? super LuaNode> action) {
    NodeStack ahead = new NodeStack();
    ahead.accept(this);
    while (!ahead.isEmpty()) {
      ahead.handOnNext(action);
    }
  }
}
