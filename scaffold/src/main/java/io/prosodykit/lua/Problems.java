package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Gathers problems while a source is read. */
final class Problems {
  private final List<LuaProblem> found = new ArrayList<>();

  /** Adds a problem that concerns some versions, as {@link Versions} writes them. */
  void add(LuaPosition position, String message, int versions) {
    found.add(new LuaProblem(position, message, Versions.of(versions)));
  }

  /** All problems in the order of the text. */
  ImmutableList<LuaProblem> sorted() {
    if (found.isEmpty()) {
      return ImmutableList.of();
    }
    return ImmutableList.sortedCopyOf((a, b) -> a.position().compareTo(b.position()), found);
  }
}
