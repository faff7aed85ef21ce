package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import java.util.Optional;

/**
 * The modules that run in a server of some release, and those that do not because they are for
 * other releases. A module without targets runs in every release.
 */
record ReleaseModules(
    ImmutableList<ModuleUnderTest> included, ImmutableList<OmittedModule> omitted) {
  /**
   * Divides the modules.
   *
   * @param version as the server prints it; if that does not name a release, no module is omitted
   */
  static ReleaseModules of(List<ModuleUnderTest> modules, String version) {
    Optional<ProsodyVersion> release = ProsodyVersion.find(version);
    ImmutableList.Builder<ModuleUnderTest> included = ImmutableList.builder();
    ImmutableList.Builder<OmittedModule> omitted = ImmutableList.builder();
    for (ModuleUnderTest module : modules) {
      if (release.isEmpty()
          || !module.targets().isStated()
          || module.targets().range().includes(release.get())) {
        included.add(module);
      } else {
        omitted.add(new OmittedModule(module.name(), module.targets().range()));
      }
    }
    return new ReleaseModules(included.build(), omitted.build());
  }
}
