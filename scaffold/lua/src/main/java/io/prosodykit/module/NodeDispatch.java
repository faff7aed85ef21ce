package io.prosodykit.module;

import io.prosodykit.lua.LuaNode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Passes each node to the readers that declare its kind, and to no others.
 *
 * @since 0.1.0
 */
public final class NodeDispatch implements Consumer<LuaNode> {
  /** An upper estimate of the kinds that readers declare together. */
  static final int MOST_KINDS = 16;

  private final IdentityHashMap<Class<? extends LuaNode>, NodeReader[]> readers =
      new IdentityHashMap<>();

  /**
   * Prepares to pass nodes.
   *
   * @param readers the readers; several of one kind see a node in this order
   * @throws IllegalArgumentException if a reader declares a kind that no node has by itself, such
   *     as {@code Statement.class}, and so would see nothing
   */
  public NodeDispatch(List<? extends NodeReader> readers) {
    for (NodeReader reader : readers) {
      for (Class<? extends LuaNode> kind : reader.kinds()) {
        add(kind, reader);
      }
    }
  }

  private void add(Class<? extends LuaNode> kind, NodeReader reader) {
    if (kind.isInterface()) {
      throw new IllegalArgumentException(
          reader.getClass().getSimpleName()
              + " declares "
              + kind.getSimpleName()
              + ", which is the type of several kinds of nodes: name each record that it reads");
    }
    NodeReader[] before = readers.get(kind);
    int count = before == null ? 0 : before.length;
    NodeReader[] all = new NodeReader[count + 1];
    if (before != null) {
      System.arraycopy(before, 0, all, 0, count);
    }
    all[count] = reader;
    readers.put(kind, all);
  }

  /** Adds the kinds of nodes that are passed to anyone. */
  void addKinds(Set<Class<? extends LuaNode>> kinds) {
    kinds.addAll(readers.keySet());
  }

  /** Passes a node to the readers of its kind, if there are any. */
  @Override
  public void accept(LuaNode node) {
    NodeReader[] interested = readers.get(node.getClass());
    if (interested != null) {
      for (NodeReader reader : interested) {
        reader.read(node);
      }
    }
  }
}
