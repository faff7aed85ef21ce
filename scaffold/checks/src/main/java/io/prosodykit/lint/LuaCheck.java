package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.prosodykit.facts.LuaLibraries;
import io.prosodykit.lua.LuaProblem;
import io.prosodykit.lua.LuaRange;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.module.Guard;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.module.ValueUse;
import io.prosodykit.version.ProsodyVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds Lua that some version on which a target may run does not understand. */
final class LuaCheck implements Check {
  private final Targets targets;
  private final LuaLibraries libraries;

  LuaCheck(Targets targets, LuaLibraries libraries) {
    this.targets = targets;
    this.libraries = libraries;
  }

  @Override
  public ImmutableSet<LintRule> rules() {
    return ImmutableSet.of(
        LintRule.LUA_SYNTAX,
        LintRule.LUA_GRAMMAR_MISSING_IN_TARGET,
        LintRule.LUA_FUNCTION_MISSING_IN_TARGET);
  }

  @Override
  public void check(LintedModule module, Findings findings) {
    for (Map.Entry<Path, ModuleCode> entry : module.code().entrySet()) {
      Path file = entry.getKey();
      ModuleCode code = entry.getValue();
      for (LuaProblem problem : code.chunk().problems()) {
        checkProblem(file, problem, findings);
      }
      for (ValueUse use : code.uses()) {
        if (use.kind() == ValueUse.Kind.CALL) {
          checkCall(file, code, use, findings);
        }
      }
    }
  }

  private void checkProblem(Path file, LuaProblem problem, Findings findings) {
    if (problem.versions().size() == LuaVersion.values().length) {
      findings.add(
          LintRule.LUA_SYNTAX,
          file,
          findings.word(file, problem.position()),
          Findings.ANY,
          problem.message(),
          "no version of Lua accepts this; nothing in the file runs until it is fixed");
      return;
    }
    add(
        LintRule.LUA_GRAMMAR_MISSING_IN_TARGET,
        file,
        findings.word(file, problem.position()),
        problem.message(),
        "use grammar that every Lua version of the targets accepts, or drop the target",
        problem.versions(),
        Guard.All.NONE,
        findings);
  }

  private void checkCall(Path file, ModuleCode code, ValueUse use, Findings findings) {
    String path = use.path();
    Optional<LuaLibraries.Function> function = libraries.find(path);
    LuaLibraries.IgnoredArguments ignored = libraries.ignoredArguments().get(path);
    if (function.isPresent()) {
      add(
          LintRule.LUA_FUNCTION_MISSING_IN_TARGET,
          file,
          use.range(),
          path + " does not exist",
          function
              .get()
              .replacement()
              .orElse("check for it first: if " + path + " then … end; or drop the target"),
          lacking(path),
          code.guardsAt(use.position()),
          findings);
    } else if (ignored != null && use.arguments() > ignored.used()) {
      add(
          LintRule.LUA_FUNCTION_MISSING_IN_TARGET,
          file,
          use.range(),
          path + " does not pass on its extra arguments",
          ignored.replacement(),
          ImmutableSet.copyOf(Lists.transform(ignored.versions().asList(), LuaVersion::parse)),
          code.guardsAt(use.position()),
          findings);
    }
  }

  /** {@return the versions of Lua that lack a function} */
  private ImmutableSet<LuaVersion> lacking(String path) {
    Set<LuaVersion> lacking = EnumSet.noneOf(LuaVersion.class);
    for (LuaVersion version : LuaVersion.values()) {
      if (libraries.isMissing(path, version.toString())) {
        lacking.add(version);
      }
    }
    return ImmutableSet.copyOf(lacking);
  }

  private void add(
      LintRule rule,
      Path file,
      LuaRange range,
      String message,
      String fix,
      ImmutableSet<LuaVersion> lacking,
      Guard guard,
      Findings findings) {
    Set<LuaVersion> refusing = EnumSet.noneOf(LuaVersion.class);
    List<Target> concerned = new ArrayList<>();
    for (Target target : targets.all()) {
      boolean any = false;
      for (LuaVersion lua : target.lua()) {
        if (lacking.contains(lua) && !target.isExcludedBy(guard, ImmutableSet.of(lua))) {
          refusing.add(lua);
          any = true;
        }
      }
      if (any) {
        concerned.add(target);
      }
    }
    ImmutableList<ProsodyVersion> versions = Targets.versions(concerned);
    if (!versions.isEmpty()) {
      findings.add(
          rule,
          file,
          range,
          versions,
          rule == LintRule.LUA_GRAMMAR_MISSING_IN_TARGET
              ? message
                  + "; Prosody "
                  + EnglishList.list(versions)
                  + " may run on Lua "
                  + EnglishList.list(refusing)
              : message
                  + " in Lua "
                  + EnglishList.list(refusing)
                  + ", on which Prosody "
                  + EnglishList.list(versions)
                  + " may run",
          fix);
    }
  }
}
