package io.prosodykit.busted;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.prosodykit.evidence.Release;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.lua.LuaVersion;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the versions of Lua that run specs: those that a user names, or else Lua 5.4 for the
 * branches of Prosody that run on it, and 5.1 for the others.
 *
 * @param given the versions that a user names, sorted
 */
record LuaChoice(Optional<ImmutableSet<LuaVersion>> given) {
  /** {@return the versions for one module, sorted} */
  ImmutableSet<LuaVersion> of(SpecFolder folder) {
    return of(List.of(folder));
  }

  /** {@return the versions for several modules, sorted} */
  ImmutableSet<LuaVersion> of(List<SpecFolder> folders) {
    if (given.isPresent()) {
      return given.get();
    }
    ImmutableSortedSet.Builder<LuaVersion> versions = ImmutableSortedSet.naturalOrder();
    folders.forEach(folder -> versions.addAll(of(folder.targets().range())));
    return versions.build();
  }

  /** {@return the versions for the branches of Prosody in a range, sorted} */
  static ImmutableSet<LuaVersion> of(TargetRange targets) {
    ImmutableSortedSet.Builder<LuaVersion> versions = ImmutableSortedSet.naturalOrder();
    for (Release release : targets.releases()) {
      boolean runsOnNewest = release.lua().contains(LuaVersion.V5_4.toString());
      versions.add(runsOnNewest ? LuaVersion.V5_4 : LuaVersion.V5_1);
    }
    return versions.build();
  }
}
