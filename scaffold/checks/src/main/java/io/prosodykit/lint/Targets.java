package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Release;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.LuaLibraries;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.module.Guard;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All branches that modules should work on.
 *
 * @param knowledge what is known about modules and releases
 */
record Targets(ImmutableList<Target> all, LibraryNames libraryNames, Knowledge knowledge) {
  static Targets of(List<Release> releases, LuaLibraries libraries, Knowledge knowledge) {
    LibraryNames names = LibraryNames.of(knowledge);
    ImmutableList.Builder<Target> targets = ImmutableList.builder();
    for (Release release : releases) {
      targets.add(Target.of(release, libraries, names));
    }
    return new Targets(targets.build(), names, knowledge);
  }

  /**
   * {@return some targets in a sentence, {@code 0.12 and 13.0 before 13.0.7}, that lack a name
   * which later releases of their branch may have}
   *
   * @param having the versions of a branch that have the name; null if none has
   */
  String lacking(List<ProsodyVersion> targets, Function<Release, @Nullable VersionRange> having) {
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    for (ProsodyVersion target : targets) {
      String before =
          Optional.ofNullable(having.apply(knowledge.release(target)))
              .flatMap(VersionRange::lowest)
              .filter(first -> !first.isBranch())
              .map(first -> " before " + first)
              .orElse("");
      texts.add(target + before);
    }
    return EnglishList.list(texts.build());
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

  /**
   * {@return whether a fact about the server holds on a target} A branch that is newer than those
   * that come with this library is like the newest of them, besides what is added about it.
   */
  static boolean holds(Sourced<?> fact, Target target) {
    ProsodyVersion version = target.version();
    return fact.holdsOn(version)
        || (version.compareTo(ProsodyVersion.NEWEST) > 0 && fact.holdsOn(ProsodyVersion.NEWEST));
  }

  private ImmutableList<Target> where(Sourced<?> fact, boolean holds) {
    ImmutableList.Builder<Target> targets = ImmutableList.builder();
    for (Target target : all) {
      if (holds(fact, target) == holds) {
        targets.add(target);
      }
    }
    return targets.build();
  }
}
