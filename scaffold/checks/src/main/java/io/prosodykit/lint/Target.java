package io.prosodykit.lint;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Release;
import io.prosodykit.facts.LuaLibraries;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.module.Guard;
import io.prosodykit.version.ProsodyVersion;
import java.util.EnumSet;
import java.util.Set;

/**
 * A branch that modules should work on.
 *
 * @param release the branch, with what those of its releases all have that modules should work on
 * @param lua the versions of Lua that it may run on
 * @param libraries what these versions have
 * @param libraryNames the names of Prosody's own libraries
 */
record Target(
    ProsodyVersion version,
    Release release,
    ImmutableSet<LuaVersion> lua,
    LuaLibraries libraries,
    LibraryNames libraryNames) {
  static Target of(Release release, LuaLibraries libraries, LibraryNames names) {
    Set<LuaVersion> lua = EnumSet.noneOf(LuaVersion.class);
    for (String number : release.lua()) {
      lua.add(LuaVersion.parse(number));
    }
    return new Target(release.version(), release, ImmutableSet.copyOf(lua), libraries, names);
  }

  boolean isAtLeast(ProsodyVersion branch) {
    return release.version().compareTo(branch) >= 0;
  }

  /** Whether none of some versions of Lua has a function. */
  private boolean isMissingInAll(String function, ImmutableSet<LuaVersion> versions) {
    for (LuaVersion version : versions) {
      if (!libraries.isMissing(function, version.toString())) {
        return false;
      }
    }
    return true;
  }

  /** Whether code behind a guard never runs on this target. */
  boolean isExcludedBy(Guard guard) {
    return isExcludedBy(guard, lua);
  }

  /** Whether code behind a guard never runs on this target with any of some versions of Lua. */
  boolean isExcludedBy(Guard guard, ImmutableSet<LuaVersion> on) {
    if (guard instanceof Guard.All all) {
      for (Guard each : all.guards()) {
        if (isExcludedBy(each, on)) {
          return true;
        }
      }
      return false;
    } else if (guard instanceof Guard.Any any) {
      for (Guard each : any.guards()) {
        if (!isExcludedBy(each, on)) {
          return false;
        }
      }
      return true;
    } else if (guard instanceof Guard.Not not) {
      return isSure(not.guard());
    } else if (guard instanceof Guard.HasFunction function) {
      return !has(function);
    } else if (guard instanceof Guard.HasLibrary library) {
      return libraryNames.isProsodys(library.name()) && !release.hasLibrary(library.name());
    } else if (guard instanceof Guard.HasGlobal global) {
      return isMissingInAll(global.path(), on);
    }
    // code that asks which release it is tells them apart by itself
    return guard instanceof Guard.OnRelease;
  }

  /** Whether this target has it however it was built and is run. */
  private boolean isSure(Guard guard) {
    return guard instanceof Guard.HasFunction function
        ? has(function)
        : guard instanceof Guard.HasLibrary library && release.hasLibrary(library.name());
  }

  private boolean has(Guard.HasFunction function) {
    return release.functions().contains(function.name());
  }
}
