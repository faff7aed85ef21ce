package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.LuaLibraries;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;

/**
 * All releases that modules are to work on.
 *
 * <p>Most programs lint once in a fresh JVM, where each lambda costs a class: so there are none on
 * the way of every file.
 */
record Targets(ImmutableList<Target> all) {
  /** Code that asked for this tells releases apart by itself. */
  static final String RELEASE = "prosody.version";

  static Targets of(List<ProsodyVersion> branches, LuaLibraries libraries) {
    ImmutableList.Builder<Target> targets = ImmutableList.builder();
    for (ProsodyVersion branch : branches) {
      targets.add(Target.of(branch, libraries));
    }
    return new Targets(targets.build());
  }

  /** Those of some targets whose code reaches a place. */
  static ImmutableList<ProsodyVersion> reaching(
      ModuleCode code, LuaPosition position, List<Target> concerned) {
    if (concerned.isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableSet<String> guards = code.guardsAt(position);
    ImmutableList.Builder<ProsodyVersion> versions = ImmutableList.builder();
    for (Target target : concerned) {
      if (!isExcluded(target, guards)) {
        versions.add(target.version());
      }
    }
    return versions.build();
  }

  private static boolean isExcluded(Target target, ImmutableSet<String> guards) {
    for (String guard : guards) {
      if (guard.equals(RELEASE) || target.isExcludedBy(guard)) {
        return true;
      }
    }
    return false;
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

  ImmutableList<Target> before(ProsodyVersion branch) {
    ImmutableList.Builder<Target> targets = ImmutableList.builder();
    for (Target target : all) {
      if (!target.isAtLeast(branch)) {
        targets.add(target);
      }
    }
    return targets.build();
  }
}
