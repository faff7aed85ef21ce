package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.LuaLibraries;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.module.Guard;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;

/** All releases that modules should work on. */
record Targets(ImmutableList<Target> all) {
  static Targets of(List<ProsodyVersion> branches, LuaLibraries libraries) {
    ImmutableList.Builder<Target> targets = ImmutableList.builder();
    for (ProsodyVersion branch : branches) {
      targets.add(Target.of(branch, libraries));
    }
    return new Targets(targets.build());
  }

  /** {@return the targets, of those concerned, on which code at a place runs} */
  static ImmutableList<ProsodyVersion> reaching(
      ModuleCode code, LuaPosition position, List<Target> concerned) {
    if (concerned.isEmpty()) {
      return ImmutableList.of();
    }
    Guard guard = code.guardsAt(position);
    ImmutableList.Builder<ProsodyVersion> versions = ImmutableList.builder();
    for (Target target : concerned) {
      if (!target.isExcludedBy(guard)) {
        versions.add(target.version());
      }
    }
    return versions.build();
  }

  static ImmutableList<ProsodyVersion> versions(List<Target> targets) {
    ImmutableList.Builder<ProsodyVersion> versions = ImmutableList.builder();
    for (Target target : targets) {
      versions.add(target.version());
    }
    return versions.build();
  }

  ImmutableList<Target> since(ProsodyVersion branch) {
    ImmutableList.Builder<Target> targets = ImmutableList.builder();
    for (Target target : all) {
      if (target.isAtLeast(branch)) {
        targets.add(target);
      }
    }
    return targets.build();
  }

  /** {@return the targets on which a fact holds} */
  ImmutableList<Target> with(Sourced<?> fact) {
    return where(fact, true);
  }

  /** {@return the targets on which a fact does not hold} */
  ImmutableList<Target> without(Sourced<?> fact) {
    return where(fact, false);
  }

  private ImmutableList<Target> where(Sourced<?> fact, boolean holds) {
    ImmutableList.Builder<Target> targets = ImmutableList.builder();
    for (Target target : all) {
      if (fact.holdsOn(target.release().version()) == holds) {
        targets.add(target);
      }
    }
    return targets.build();
  }
}
