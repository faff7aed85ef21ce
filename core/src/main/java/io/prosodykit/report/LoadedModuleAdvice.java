package io.prosodykit.report;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.Source;
import io.prosodykit.version.ProsodyVersion;

/**
 * Advice about what a module always loads: modules that are not available, and those that a package
 * lacks in which the module is.
 *
 * @param module the module
 * @param version a release, a branch or trunk
 */
record LoadedModuleAdvice(ModuleCatalog catalog, Evidence module, ProsodyVersion version) {
  /**
   * {@return clauses without a full stop, by module; none for a module that the catalogue lacks}
   */
  ImmutableList<String> clauses() {
    ImmutableList.Builder<String> clauses = ImmutableList.builder();
    if (catalog.find(module.module()).isPresent()) {
      for (String name : catalog.requirements(module.module(), version).modules()) {
        catalog.knowledge().evidence(name).ifPresent(needed -> add(needed, clauses));
      }
    }
    return clauses.build();
  }

  private void add(Evidence needed, ImmutableList.Builder<String> clauses) {
    Presence presence = needed.presence(version);
    String clause = "it loads " + needed.module() + ", which is not ";
    if (!presence.isAvailable()) {
      clauses.add(clause + "available on " + version);
    } else if (presence == Presence.COMMUNITY) {
      ProsodyVersion branch = catalog.knowledge().branchOf(version);
      for (Source snapshot : module.community()) {
        if (snapshot.kind() == Source.Kind.COMMUNITY
            && snapshot.release().equals(branch)
            && !needed.community().contains(snapshot)) {
          clauses.add(clause + "in " + snapshot);
        }
      }
    }
  }
}
