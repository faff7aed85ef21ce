package io.prosodykit.lua;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The nodes that a walk has not visited yet, the next one last. */
final class NodeStack implements Consumer<LuaNode> {
  private @Nullable LuaNode[] nodes = new LuaNode[64];
  private int size;

  /** Adds a node. */
  @Override
  public void accept(LuaNode node) {
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * size);
    }
    nodes[size++] = node;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /**
   * Passes the next node to an action, and replaces it with its children.
   *
   * <p>A fresh JVM compiles what is called often sooner than what goes round often: so this is no
   * part of the loop that calls it.
   */
  void handOnNext(Consumer<? super LuaNode> action) {
    LuaNode node = Objects.requireNonNull(nodes[--size]);
    nodes[size] = null;
    action.accept(node);
    int below = size;
    node.forEachChild(this);
    // the first child must be taken first
    reverseFrom(below);
  }

  private void reverseFrom(int first) {
    for (int i = first, j = size - 1; i < j; i++, j--) {
      LuaNode node = nodes[i];
      nodes[i] = nodes[j];
      nodes[j] = node;
    }
  }
}
