package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.Succession;
import io.prosodykit.version.ProsodyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds modules that a target ships itself or has replaced. */
final class ModuleNameCheck implements Check {
  private final Targets targets;

  ModuleNameCheck(Targets targets) {
    this.targets = targets;
  }

  @Override
  public ImmutableSet<LintRule> rules() {
    return ImmutableSet.of(LintRule.MODULE_ABSORBED, LintRule.MODULE_REPLACED);
  }

  @Override
  public void check(LintedModule module, Findings findings) {
    Optional<Evidence> known = targets.knowledge().evidence(module.name());
    if (known.isEmpty()) {
      return;
    }
    Evidence evidence = known.get();
    List<Target> shipping = new ArrayList<>();
    for (Target target : targets.all()) {
      if (evidence.presence(target.version()) == Presence.SHIPPED) {
        shipping.add(target);
      }
    }
    ImmutableList<ProsodyVersion> releases = Targets.versions(shipping);
    if (!releases.isEmpty()) {
      add(
          LintRule.MODULE_ABSORBED,
          module,
          releases,
          "Prosody " + EnglishList.list(releases) + " ships mod_" + module.name() + " itself",
          "rename this module, or drop the target and keep the module out of plugin_paths there",
          findings);
    }
    Optional<Succession> succession = evidence.succession();
    if (succession.isPresent()) {
      Succession successor = succession.get();
      ImmutableList<ProsodyVersion> since = Targets.versions(targets.since(successor.since()));
      if (!since.isEmpty()) {
        add(
            LintRule.MODULE_REPLACED,
            module,
            since,
            "mod_"
                + successor.module()
                + " replaced mod_"
                + module.name()
                + " in Prosody "
                + successor.since(),
            "drop the target, and refer its users to the new module",
            findings);
      }
    }
  }

  private static void add(
      LintRule rule,
      LintedModule module,
      ImmutableList<ProsodyVersion> releases,
      String message,
      String fix,
      Findings findings) {
    findings.add(rule, module.files().main(), Findings.WHOLE, releases, message, fix);
  }
}
