package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ModuleApi;
import io.prosodykit.module.DependencyUse;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.version.ProsodyVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks which other modules a module loads. */
final class DependencyCheck implements Check {
  private static final String PREFIX = "mod_";

  private final Targets targets;
  private final Sourced<Integer> softIgnored;

  DependencyCheck(Targets targets, ModuleApi api) {
    this.targets = targets;
    this.softIgnored = api.argumentsUsed("depends");
  }

  @Override
  public ImmutableSet<LintRule> rules() {
    return ImmutableSet.of(LintRule.DEPENDENCY_UNKNOWN, LintRule.SOFT_DEPENDENCY_IGNORED);
  }

  @Override
  public void check(LintedModule module, Findings findings) {
    for (Map.Entry<Path, ModuleCode> entry : module.code().entrySet()) {
      Path file = entry.getKey();
      ModuleCode code = entry.getValue();
      for (DependencyUse needed : code.facts().dependencies()) {
        String name = needed.name().text().orElse("");
        if (!name.isEmpty()) {
          checkSoft(file, code, needed, name, findings);
          checkPresence(module, file, code, needed, name, findings);
        }
      }
    }
  }

  private void checkSoft(
      Path file, ModuleCode code, DependencyUse needed, String name, Findings findings) {
    if (!needed.soft()) {
      return;
    }
    ImmutableList<ProsodyVersion> hard =
        Targets.reaching(code, needed.position(), targets.with(softIgnored));
    if (!hard.isEmpty()) {
      findings.add(
          LintRule.SOFT_DEPENDENCY_IGNORED,
          file,
          needed.range(),
          hard,
          "on Prosody "
              + EnglishList.list(hard)
              + " the module does not load without mod_"
              + EnglishList.brief(name),
          "check first for what 13.0 added, such as if module.may then … end; or drop the target");
    }
  }

  private void checkPresence(
      LintedModule module,
      Path file,
      ModuleCode code,
      DependencyUse needed,
      String name,
      Findings findings) {
    if (module.others().contains(name)) {
      return;
    }
    ImmutableList<ProsodyVersion> without =
        Targets.reaching(code, needed.position(), lacking(name, needed.soft()));
    if (without.isEmpty()) {
      return;
    }
    boolean prefixed = name.startsWith(PREFIX);
    findings.add(
        LintRule.DEPENDENCY_UNKNOWN,
        file,
        needed.range(),
        without,
        "neither Prosody "
            + EnglishList.list(without)
            + " nor the community modules of its time include \""
            + EnglishList.brief(name)
            + "\"",
        prefixed
            ? "write the name without mod_: module:depends(\""
                + EnglishList.brief(name.substring(PREFIX.length()))
                + "\")"
            : "lint it together with this module if it is yours, or drop the target");
  }

  private List<Target> lacking(String name, boolean soft) {
    Optional<Evidence> evidence = targets.knowledge().evidence(name);
    List<Target> lacking = new ArrayList<>();
    for (Target target : targets.all()) {
      boolean needed = !soft || Targets.holds(softIgnored, target);
      if (needed
          && (evidence.isEmpty() || evidence.get().presence(target.version()) == Presence.ABSENT)) {
        lacking.add(target);
      }
    }
    return lacking;
  }
}
