package io.prosodykit.module;

import io.prosodykit.lua.LuaNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Keeps the nodes of some kinds for readers that come after the walk. */
final class NodeGatherer implements NodeReader {
  /** Most modules have at least this many nodes. */
  private static final int MANY = 1024;

  private final Set<Class<? extends LuaNode>> kinds =
      Collections.newSetFromMap(new IdentityHashMap<>(NodeDispatch.MOST_KINDS));
  private final List<LuaNode> nodes = new ArrayList<>(MANY);

  /** Keeps the nodes that some dispatches pass to anyone. */
  NodeGatherer(NodeDispatch... later) {
    for (NodeDispatch dispatch : later) {
      dispatch.addKinds(kinds);
    }
  }

  @Override
  public Set<Class<? extends LuaNode>> kinds() {
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
