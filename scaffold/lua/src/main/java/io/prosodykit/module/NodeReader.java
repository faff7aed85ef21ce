package io.prosodykit.module;

import io.prosodykit.lua.LuaNode;
import java.util.Set;

/**
 * Reads some kinds of nodes.
 *
 * @since 0.1.0
 */
public interface NodeReader {
  /**
   * {@return the kinds of nodes that it reads, as records, for example {@code
   * Statement.While.class}}
   */
  Set<Class<? extends LuaNode>> kinds();

  /**
   * Reads a node. Nodes come in the order of {@link LuaNode#walk}.
   *
   * @param node a node of one of the kinds
   */
  void read(LuaNode node);
}
