package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Release;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ModuleApi;
import io.prosodykit.module.ModuleCall;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.module.ValueUse;
import io.prosodykit.text.NearestNames;
import io.prosodykit.version.ProsodyVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds calls of the module API that a target lacks, dropped, deprecated or treats differently. */
final class ApiCheck implements Check {
  static final String MODULE = "module:";

  private static final String PERMISSIONS =
      "call module:may(action, context), and grant the action with"
          + " module:default_permission(role, action); for older targets keep this"
          + " call behind \"if not module.may\"";

  private final Targets targets;
  private final ModuleApi api;
  private final ImmutableSet<String> known;

  ApiCheck(Targets targets, ModuleApi api) {
    this.targets = targets;
    this.api = api;
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    for (Sourced<String> extra : api.extras()) {
      names.add(extra.value());
    }
    for (Release release : Knowledge.builtIn().releases()) {
      names.addAll(release.functions());
    }
    this.known = names.build();
  }

  @Override
  public ImmutableSet<LintRule> rules() {
    return ImmutableSet.of(
        LintRule.API_MISSING_IN_TARGET,
        LintRule.API_REMOVED,
        LintRule.API_DEPRECATED,
        LintRule.SHARED_ARGUMENT_IGNORED);
  }

  @Override
  public void check(LintedModule module, Findings findings) {
    Set<String> own = new HashSet<>();
    for (ModuleCode code : module.code().values()) {
      for (ValueUse use : code.uses()) {
        if (use.kind() == ValueUse.Kind.MODULE_FIELD) {
          own.add(use.path());
        }
      }
    }
    for (Map.Entry<Path, ModuleCode> entry : module.code().entrySet()) {
      Path file = entry.getKey();
      ModuleCode code = entry.getValue();
      for (ModuleCall call : code.facts().calls()) {
        if (!own.contains(call.function())) {
          checkCall(file, code, call, findings);
        }
      }
      for (ValueUse use : code.uses()) {
        checkUse(module, file, code, use, findings);
      }
    }
  }

  private void checkCall(Path file, ModuleCode code, ModuleCall call, Findings findings) {
    String function = call.function();
    if (function.equals("hook_stanza")) {
      findings.add(
          LintRule.API_DEPRECATED,
          file,
          call.range(),
          Findings.ANY,
          "module:hook_stanza is an alias from before Prosody 0.9",
          "call module:hook_tag, which takes the same arguments");
    } else if (function.equals("once")) {
      addOnce(file, code, call, findings);
    } else if (function.equals("shared") && call.arguments().size() > 1) {
      findings.add(
          LintRule.SHARED_ARGUMENT_IGNORED,
          file,
          call.range(),
          Targets.versions(targets.since(ProsodyVersion.V0_11)),
          "module:shared returns the first table only",
          "call module:shared once for each table");
    }
    if (api.isExtra(function)) {
      return;
    }
    ImmutableList<ProsodyVersion> lacking =
        Targets.reaching(code, call.position(), lacking(function));
    if (!lacking.isEmpty()) {
      addMissing(file, call, lacking, findings);
    }
  }

  private void addOnce(Path file, ModuleCode code, ModuleCall call, Findings findings) {
    ImmutableList<ProsodyVersion> warning =
        Targets.reaching(code, call.position(), targets.since(ProsodyVersion.V13_0));
    if (!warning.isEmpty()) {
      findings.add(
          LintRule.API_DEPRECATED,
          file,
          call.range(),
          warning,
          "module:once logs a warning in Prosody " + EnglishList.list(warning),
          "call module:on_ready, or define function module.ready()");
    }
  }

  private List<Target> lacking(String function) {
    List<Target> lacking = new ArrayList<>();
    for (Target target : targets.all()) {
      if (!target.release().functions().contains(function)) {
        lacking.add(target);
      }
    }
    return lacking;
  }

  private void addMissing(
      Path file, ModuleCall call, ImmutableList<ProsodyVersion> lacking, Findings findings) {
    String function = call.function();
    if (!known.contains(function)) {
      findings.add(
          LintRule.API_MISSING_IN_TARGET,
          file,
          call.range(),
          lacking,
          "no release has module:"
              + EnglishList.brief(function)
              + NearestNames.suggestion("function", nearest(function)),
          "call a function of the module API, or define module." + EnglishList.brief(function));
      return;
    }
    Optional<String> replacement = api.functionReplacement(function);
    if (replacement.isPresent()) {
      findings.add(
          LintRule.API_REMOVED,
          file,
          call.range(),
          lacking,
          "module:" + function + " is no longer in Prosody " + EnglishList.list(lacking),
          replacement.get());
      return;
    }
    findings.add(
        LintRule.API_MISSING_IN_TARGET,
        file,
        call.range(),
        lacking,
        "module:" + function + " is not in Prosody " + EnglishList.list(lacking),
        "call it only where it exists: if module." + function + " then … end; or drop the target");
  }

  private ImmutableList<String> nearest(String function) {
    return NearestNames.of(function, known);
  }

  private void checkUse(
      LintedModule module, Path file, ModuleCode code, ValueUse use, Findings findings) {
    if (use.kind() == ValueUse.Kind.LIBRARY_CALL
        && LibraryCheck.plain(use.path()).equals("core.usermanager.is_admin")) {
      addDeprecated(file, code, use, "usermanager.is_admin is deprecated", findings);
    } else if (use.kind() == ValueUse.Kind.LOCAL_FIELD
        && use.path().equals("is_admin")
        && module.provides("auth")) {
      addDeprecated(
          file, code, use, "nothing calls an authentication provider's is_admin", findings);
    } else if (use.kind() == ValueUse.Kind.MODULE_FIELD && use.path().equals("ready")) {
      addReady(file, use, findings);
    }
  }

  private void addReady(Path file, ValueUse use, Findings findings) {
    ImmutableList<ProsodyVersion> without = Targets.versions(targets.before(ProsodyVersion.V13_0));
    if (!without.isEmpty()) {
      findings.add(
          LintRule.API_MISSING_IN_TARGET,
          file,
          use.range(),
          without,
          "nothing calls module.ready in Prosody " + EnglishList.list(without),
          "use module:hook_global(\"server-started\", …), which runs when the server starts, or"
              + " module.load, which runs when the module is loaded; or drop the target");
    }
  }

  private void addDeprecated(
      Path file, ModuleCode code, ValueUse use, String message, Findings findings) {
    ImmutableList<ProsodyVersion> warning =
        Targets.reaching(code, use.position(), targets.since(ProsodyVersion.V13_0));
    if (!warning.isEmpty()) {
      findings.add(
          LintRule.API_DEPRECATED,
          file,
          use.range(),
          warning,
          message + ": Prosody 13.0 has roles",
          PERMISSIONS);
    }
  }
}
