package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
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
    return found.isEmpty()
        ? ImmutableList.of()
        : ImmutableList.sortedCopyOf(new ByPosition(), found);
  }

  /** A class and no lambda, which costs a fresh JVM more. */
  private static final class ByPosition implements Comparator<LuaProblem> {
    @Override
    public int compare(LuaProblem one, LuaProblem other) {
      return one.position().compareTo(other.position());
    }
  }
}
