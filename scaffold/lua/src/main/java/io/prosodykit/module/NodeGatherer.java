package io.prosodykit.module;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.LuaNode;
import java.util.ArrayList;
import java.util.List;

/** Keeps the nodes of some kinds for readers that come after the walk. */
final class NodeGatherer implements NodeReader {
  /** Most modules have at least this many nodes. */
  private static final int MANY = 1024;

  private final ImmutableSet<Class<? extends LuaNode>> kinds;
  private final List<LuaNode> nodes = new ArrayList<>(MANY);

  NodeGatherer(ImmutableSet<Class<? extends LuaNode>> kinds) {
    this.kinds = kinds;
  }

  @Override
  public ImmutableSet<Class<? extends LuaNode>> kinds() {
    return kinds;
  }

  @Override
  public void read(LuaNode node) {
    nodes.add(node);
  }

  /** Passes the nodes, in the order in which they came. */
  void pass(NodeDispatch dispatch) {
    for (LuaNode node : nodes) {
      dispatch.accept(node);
    }
  }
}
