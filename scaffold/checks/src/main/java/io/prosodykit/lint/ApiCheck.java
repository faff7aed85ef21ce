package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Release;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.DeprecatedApi.Deprecation;
import io.prosodykit.facts.ModuleApi;
import io.prosodykit.lua.LuaRange;
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

  private final Targets targets;
  private final ModuleApi api;
  private final Sourced<Integer> sharedArguments;
  private final ImmutableSet<String> known;

  ApiCheck(Targets targets, ModuleApi api) {
    this.targets = targets;
    this.api = api;
    this.sharedArguments = api.argumentsUsed("shared");
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    for (Sourced<String> extra : api.extras()) {
      names.add(extra.value());
    }
    for (Release release : targets.knowledge().releases()) {
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
    Sourced<Deprecation> deprecated = api.deprecated().functions().get(function);
    if (deprecated != null) {
      addDeprecated(file, code, call, deprecated, findings);
    } else if (function.equals("shared") && call.arguments().size() > sharedArguments.value()) {
      addShared(file, call, findings);
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

  private void addDeprecated(
      Path file,
      ModuleCode code,
      ModuleCall call,
      Sourced<Deprecation> deprecated,
      Findings findings) {
    Deprecation deprecation = deprecated.value();
    if (deprecated.isOnAllBranches()) {
      add(file, call.range(), Findings.ANY, deprecation.reason(), deprecation, findings);
      return;
    }
    ImmutableList<ProsodyVersion> warning =
        Targets.reaching(code, call.position(), targets.with(deprecated));
    if (!warning.isEmpty()) {
      String message = deprecation.reason() + " in Prosody " + EnglishList.list(warning);
      add(file, call.range(), warning, message, deprecation, findings);
    }
  }

  private void addShared(Path file, ModuleCall call, Findings findings) {
    ImmutableList<ProsodyVersion> ignoring = Targets.versions(targets.with(sharedArguments));
    if (!ignoring.isEmpty()) {
      findings.add(
          LintRule.SHARED_ARGUMENT_IGNORED,
          file,
          call.range(),
          ignoring,
          "module:shared returns the first table only",
          "call module:shared once for each table");
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
        "module:"
            + function
            + " is not in Prosody "
            + targets.lacking(lacking, release -> release.functionVersions().get(function)),
        "call it only where it exists: if module." + function + " then … end; or drop the target");
  }

  private ImmutableList<String> nearest(String function) {
    return NearestNames.of(function, known);
  }

  private void checkUse(
      LintedModule module, Path file, ModuleCode code, ValueUse use, Findings findings) {
    if (use.kind() == ValueUse.Kind.LIBRARY_CALL) {
      Sourced<Deprecation> deprecated =
          api.deprecated().libraryFunctions().get(targets.libraryNames().plain(use.path()));
      if (deprecated != null) {
        addDeprecated(file, code, use, deprecated, findings);
      }
    } else if (use.kind() == ValueUse.Kind.LOCAL_FIELD) {
      for (String type : module.provided()) {
        Sourced<Deprecation> deprecated =
            api.deprecated().providerFunctions().get(type + "." + use.path());
        if (deprecated != null) {
          addDeprecated(file, code, use, deprecated, findings);
        }
      }
    } else if (use.kind() == ValueUse.Kind.MODULE_FIELD) {
      addCallback(file, use, findings);
    }
  }

  private void addCallback(Path file, ValueUse use, Findings findings) {
    Sourced<String> callback = api.newCallbacks().get(use.path());
    if (callback == null) {
      return;
    }
    ImmutableList<ProsodyVersion> without = Targets.versions(targets.without(callback));
    if (!without.isEmpty()) {
      findings.add(
          LintRule.API_MISSING_IN_TARGET,
          file,
          use.range(),
          without,
          "nothing calls module." + use.path() + " in Prosody " + EnglishList.list(without),
          callback.value() + "; or drop the target");
    }
  }

  private void addDeprecated(
      Path file,
      ModuleCode code,
      ValueUse use,
      Sourced<Deprecation> deprecated,
      Findings findings) {
    Deprecation deprecation = deprecated.value();
    ImmutableList<ProsodyVersion> warning =
        Targets.reaching(code, use.position(), targets.with(deprecated));
    if (!warning.isEmpty()) {
      add(file, use.range(), warning, deprecation.reason(), deprecation, findings);
    }
  }

  private static void add(
      Path file,
      LuaRange range,
      ImmutableList<ProsodyVersion> warning,
      String message,
      Deprecation deprecation,
      Findings findings) {
    findings.add(LintRule.API_DEPRECATED, file, range, warning, message, deprecation.replacement());
  }
}
