package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Collects problems while source is read. */
final class Problems {
  private final List<LuaProblem> found = new ArrayList<>();

  /** Adds a problem that concerns some versions, in the form of {@link Versions}. */
  void add(LuaPosition position, String message, int versions) {
    found.add(new LuaProblem(position, message, Versions.of(versions)));
  }

  /** All problems in the order of the text. */
  ImmutableList<LuaProblem> sorted() {
    return ImmutableList.sortedCopyOf(
        (one, other) -> one.position().compareTo(other.position()), found);
  }
}
