package io.prosodykit.module;

import io.prosodykit.lua.LuaNode;

/** Reads the facts that nodes of one kind tell. */
interface NodeReader {
  /** Takes note of a node. Nodes must come in the order of {@link LuaNode#walk}. */
  void read(LuaNode node);
}
