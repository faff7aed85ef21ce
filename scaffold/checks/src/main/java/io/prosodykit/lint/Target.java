package io.prosodykit.lint;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.LuaLibraries;
import io.prosodykit.catalog.Release;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.version.ProsodyVersion;
import java.util.EnumSet;
import java.util.Set;

/**
 * A release that modules are to work on.
 *
 * @param lua the versions of Lua that it may run on
 * @param libraries what these versions have
 */
record Target(
    ProsodyVersion version, Release release, ImmutableSet<LuaVersion> lua, LuaLibraries libraries) {
  static Target of(ProsodyVersion version, LuaLibraries libraries) {
    Release release = Release.get(version);
    Set<LuaVersion> lua = EnumSet.noneOf(LuaVersion.class);
    for (String number : release.lua()) {
      lua.add(LuaVersion.parse(number));
    }
    return new Target(version, release, ImmutableSet.copyOf(lua), libraries);
  }

  boolean isAtLeast(ProsodyVersion branch) {
    return release.version().compareTo(branch) >= 0;
  }

  /** Whether code behind a guard never runs on this target. */
  boolean isExcludedBy(String guard) {
    if (guard.startsWith(ModuleCode.NOT)) {
      String present = guard.substring(ModuleCode.NOT.length());
      return present.startsWith(ApiCheck.MODULE)
          ? has(present)
          : present.startsWith(ModuleCode.LIBRARY) && hasLibrary(library(present));
    } else if (guard.startsWith(ModuleCode.LIBRARY)) {
      return LibraryCheck.isProsodys(library(guard)) && !hasLibrary(library(guard));
    }
    return guard.startsWith(ApiCheck.MODULE) ? !has(guard) : isMissingInAll(guard);
  }

  /** Whether none of its versions of Lua has a function. */
  private boolean isMissingInAll(String function) {
    for (LuaVersion version : lua) {
      if (!libraries.isMissing(function, version.toString())) {
        return false;
      }
    }
    return true;
  }

  private static String library(String guard) {
    return guard.substring(ModuleCode.LIBRARY.length());
  }

  /** Whether it finds a library of Prosody's by a name. */
  boolean hasLibrary(String name) {
    String plain = LibraryCheck.plain(name);
    return release.libraries().contains(plain)
        && (plain.equals(name) || isAtLeast(ProsodyVersion.V13_0));
  }

  private boolean has(String function) {
    return release.functions().contains(function.substring(ApiCheck.MODULE.length()));
  }
}
