package io.prosodykit.lua;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The nodes that a walk has yet to come to, the next one last. */
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

  int size() {
    return size;
  }

  /** Takes the last node away. */
  LuaNode pop() {
    LuaNode last = Objects.requireNonNull(nodes[--size]);
    nodes[size] = null;
    return last;
  }

  /** Turns round the order of the nodes from a place on. */
  void reverseFrom(int first) {
    for (int i = first, j = size - 1; i < j; i++, j--) {
      LuaNode node = nodes[i];
      nodes[i] = nodes[j];
      nodes[j] = node;
    }
  }
}
