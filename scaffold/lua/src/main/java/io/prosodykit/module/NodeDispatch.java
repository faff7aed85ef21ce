package io.prosodykit.module;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.LuaNode;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;

/** Passes each node to the readers that declare its kind, and to no others. */
public final class NodeDispatch implements Consumer<LuaNode> {
  private static final NodeReader[] NONE = {};

  private final IdentityHashMap<Class<? extends LuaNode>, NodeReader[]> readers =
      new IdentityHashMap<>();

  /**
   * Makes a dispatch.
   *
   * @param readers the readers; several of one kind see a node in this order
   * @throws IllegalArgumentException if a reader declares a type that is not that of a node itself,
   *     such as {@code Statement.class}, and so would see nothing
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
    NodeReader[] before = readers.getOrDefault(kind, NONE);
    NodeReader[] all = Arrays.copyOf(before, before.length + 1);
    all[before.length] = reader;
    readers.put(kind, all);
  }

  /** {@return the kinds of nodes that are passed to any reader: all that the readers declare} */
  public ImmutableSet<Class<? extends LuaNode>> kinds() {
    return ImmutableSet.copyOf(readers.keySet());
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
