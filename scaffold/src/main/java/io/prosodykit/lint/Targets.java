package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.ProsodyVersion;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.ModuleCode;
import java.util.function.Predicate;

/** All releases that modules are to work on. */
record Targets(ImmutableList<Target> all) {
  /** Code that asked for this tells releases apart by itself. */
  static final String RELEASE = "prosody.version";

  /** Those for which something holds. */
  ImmutableList<ProsodyVersion> where(Predicate<Target> condition) {
    ImmutableList.Builder<ProsodyVersion> versions = ImmutableList.builder();
    for (Target target : all) {
      if (condition.test(target)) {
        versions.add(target.version());
      }
    }
    return versions.build();
  }

  /** Those for which something holds, and whose code reaches a place. */
  ImmutableList<ProsodyVersion> reaching(
      ModuleCode code, LuaPosition position, Predicate<Target> condition) {
    ImmutableList<ProsodyVersion> versions = where(condition);
    if (versions.isEmpty()) {
      return versions;
    }
    ImmutableSet<String> guards = code.guardsAt(position);
    if (guards.isEmpty()) {
      return versions;
    }
    return guards.contains(RELEASE)
        ? ImmutableList.of()
        : where(
            target -> condition.test(target) && guards.stream().noneMatch(target::isExcludedBy));
  }

  ImmutableList<ProsodyVersion> since(ProsodyVersion branch) {
    return where(target -> target.isAtLeast(branch));
  }

  ImmutableList<ProsodyVersion> before(ProsodyVersion branch) {
    return where(target -> !target.isAtLeast(branch));
  }
}
