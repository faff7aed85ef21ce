package io.prosodykit.lua;

/**
 * Gathers facts from some types of nodes.
 *
 * <p>{@link FactsReader} calls its readers through this type alone, for the reason that {@link
 * TokenScanner} gives.
 */
interface NodeReader {
  /** Takes note of a node. Nodes must come in the order of {@link LuaNode#walk}. */
  void read(LuaNode node);
}
