package io.prosodykit.lua;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * A node of a syntax tree.
 *
 * <p>Trees may be deep: {@code a.b.c…} and {@code a + b + c…} can be of any length, and each step
 * contains the one before it. Code that visits a tree should therefore call {@link #walk} rather
 * than itself, and should not call {@code equals}, {@code hashCode} or {@code toString} on nodes
 * from untrusted sources.
 *
 * @since 0.1.0
 */
public sealed interface LuaNode
    permits Block, Expression, FunctionBody, IfBranch, Statement, TableField {
  /** {@return where the node begins} */
  LuaPosition position();

  /**
   * Passes the direct children of this node to an action, in the order of the text.
   *
   * @param action called with each
   */
  void forEachChild(Consumer<? super LuaNode> action);

  /**
   * Passes this node and all nodes below it to an action, parents first and in the order of the
   * text. The tree may have any depth.
   *
   * @param action called with each
   */
  default void walk(Consumer<? super LuaNode> action) {
    Deque<LuaNode> ahead = new ArrayDeque<>();
    ahead.push(this);
    List<LuaNode> children = new ArrayList<>();
    while (!ahead.isEmpty()) {
      LuaNode node = ahead.pop();
      action.accept(node);
      node.forEachChild(children::add);
      // the first child is pushed last, because it comes next
      for (int i = children.size() - 1; i >= 0; i--) {
        ahead.push(children.get(i));
      }
      children.clear();
    }
  }
}
