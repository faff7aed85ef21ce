package io.prosodykit.lint;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.ProsodyVersion;
import io.prosodykit.catalog.Release;
import io.prosodykit.lua.LuaVersion;
import java.util.EnumSet;
import java.util.Set;

/** A release that modules are to work on. */
record Target(ProsodyVersion version, Release release, ImmutableSet<LuaVersion> lua) {
  static Target of(ProsodyVersion version) {
    Release release =
        Release.find(version)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "nothing is known of Prosody "
                            + version
                            + "; the targets are among "
                            + ProsodyVersion.BRANCHES));
    Set<LuaVersion> lua = EnumSet.noneOf(LuaVersion.class);
    for (String number : release.lua()) {
      lua.add(LuaVersion.parse(number));
    }
    return new Target(version, release, ImmutableSet.copyOf(lua));
  }

  boolean isAtLeast(ProsodyVersion branch) {
    return release.version().compareTo(branch) >= 0;
  }

  /** Whether something that code asked for is known not to be there. */
  boolean lacks(String guard) {
    return guard.startsWith(ApiCheck.MODULE)
        ? !release.functions().contains(guard.substring(ApiCheck.MODULE.length()))
        : LuaFunctions.isMissingInAll(guard, lua);
  }
}
