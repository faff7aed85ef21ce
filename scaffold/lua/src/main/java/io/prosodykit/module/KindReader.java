package io.prosodykit.module;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.LuaNode;

/** Reads nodes of the same kinds in each module. */
abstract class KindReader implements NodeReader {
  private final ImmutableSet<Class<? extends LuaNode>> kinds;

  KindReader(ImmutableSet<Class<? extends LuaNode>> kinds) {
    this.kinds = kinds;
  }

  @Override
  public final ImmutableSet<Class<? extends LuaNode>> kinds() {
    return kinds;
  }
}
