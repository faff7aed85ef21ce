package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.ProsodyVersion;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaProblem;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.lua.ModuleCode;
import io.prosodykit.lua.ValueUse;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiPredicate;

/** Lua that a version does not understand on which a target runs. */
final class LuaCheck implements Check {
  private final Targets targets;

  LuaCheck(Targets targets) {
    this.targets = targets;
  }

  @Override
  public void check(LintedModule module, Findings findings) {
    module
        .code()
        .forEach(
            (file, code) -> {
              for (LuaProblem problem : code.chunk().problems()) {
                checkProblem(file, problem, findings);
              }
              for (ValueUse use : code.uses()) {
                if (use.kind() == ValueUse.Kind.CALL) {
                  checkCall(file, code, use, findings);
                }
              }
            });
  }

  private void checkProblem(Path file, LuaProblem problem, Findings findings) {
    if (problem.versions().size() == LuaVersion.values().length) {
      findings.add(
          LintRule.LUA_SYNTAX,
          file,
          problem.position(),
          Findings.ANY,
          problem.message(),
          "no version of Lua accepts this; nothing of the file runs until it is mended");
      return;
    }
    add(
        LintRule.LUA_GRAMMAR_MISSING_IN_TARGET,
        file,
        problem.position(),
        problem.message(),
        "write what every Lua of the targets accepts, or drop the target",
        (target, lua) -> problem.versions().contains(lua),
        findings);
  }

  private void checkCall(Path file, ModuleCode code, ValueUse use, Findings findings) {
    String path = use.path();
    if (LuaFunctions.all().containsKey(path)) {
      ImmutableSet<String> guards = code.guardsAt(use.position());
      add(
          LintRule.LUA_FUNCTION_MISSING_IN_TARGET,
          file,
          use.position(),
          path + " is not there",
          LuaFunctions.replacement(path)
              .orElse("ask for it first: if " + path + " then … end; or drop the target"),
          (target, lua) ->
              LuaFunctions.isMissing(path, lua)
                  && guards.stream().noneMatch(guard -> excludes(guard, target, lua)),
          findings);
    } else if (path.equals("xpcall") && use.arguments() > 2) {
      add(
          LintRule.LUA_FUNCTION_MISSING_IN_TARGET,
          file,
          use.position(),
          "xpcall does not hand on its further arguments",
          "local xpcall = require \"util.xpcall\".xpcall",
          (target, lua) -> lua == LuaVersion.V5_1,
          findings);
    }
  }

  private static boolean excludes(String guard, Target target, LuaVersion lua) {
    return guard.equals(Targets.RELEASE)
        || target.isExcludedBy(guard)
        || LuaFunctions.isMissing(guard, lua);
  }

  private void add(
      LintRule rule,
      Path file,
      LuaPosition position,
      String message,
      String mend,
      BiPredicate<Target, LuaVersion> condition,
      Findings findings) {
    Set<LuaVersion> refusing = EnumSet.noneOf(LuaVersion.class);
    ImmutableList<ProsodyVersion> concerned =
        targets.where(
            target -> {
              boolean any = false;
              for (LuaVersion lua : target.lua()) {
                if (condition.test(target, lua)) {
                  refusing.add(lua);
                  any = true;
                }
              }
              return any;
            });
    if (!concerned.isEmpty()) {
      findings.add(
          rule,
          file,
          position,
          concerned,
          message
              + " in Lua "
              + Words.list(refusing)
              + ", on which Prosody "
              + Words.list(concerned)
              + " may run",
          mend);
    }
  }
}
