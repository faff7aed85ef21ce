package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.Change;
import io.prosodykit.catalog.Evidence;
import io.prosodykit.catalog.Evidence.Presence;
import io.prosodykit.catalog.ProsodyVersion;
import java.util.Optional;

/** Modules that a target has itself, or something better than. */
final class ModuleNameCheck implements Check {
  private final Targets targets;

  ModuleNameCheck(Targets targets) {
    this.targets = targets;
  }

  @Override
  public void check(LintedModule module, Findings findings) {
    Optional<Evidence> known = Evidence.find(module.name());
    if (known.isEmpty()) {
      return;
    }
    Evidence evidence = known.get();
    ImmutableList<ProsodyVersion> shipping =
        targets.where(target -> evidence.presence(target.version()) == Presence.SHIPPED);
    if (!shipping.isEmpty()) {
      findings.add(
          LintRule.MODULE_ABSORBED,
          module.files().main(),
          Findings.BEGINNING,
          shipping,
          "Prosody " + Words.list(shipping) + " ships a mod_" + module.name() + " itself",
          "rename this one, or drop the target and keep it out of plugin_paths there");
    }
    for (Change change : evidence.changes()) {
      if (change.kind() == Change.Kind.REPLACED) {
        ImmutableList<ProsodyVersion> since = targets.since(change.since());
        if (!since.isEmpty()) {
          findings.add(
              LintRule.MODULE_REPLACED,
              module.files().main(),
              Findings.BEGINNING,
              since,
              "mod_" + module.name() + " is " + beforeColon(change.advice()),
              "drop the target, and point its users there");
        }
      }
    }
  }

  private static String beforeColon(String advice) {
    int colon = advice.indexOf(':');
    return colon < 0 ? advice : advice.substring(0, colon);
  }
}
