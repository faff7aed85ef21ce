package io.prosodykit.lint;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.facts.LuaLibraries;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.module.ValueUse;
import io.prosodykit.moduletree.ModuleFiles;
import java.nio.file.Path;
import java.util.Map;

/** Finds assignments to global variables, and calls of functions that a module should not call. */
final class GlobalsCheck implements Check {
  private final LuaLibraries libraries;

  GlobalsCheck(LuaLibraries libraries) {
    this.libraries = libraries;
  }

  @Override
  public ImmutableSet<LintRule> rules() {
    return ImmutableSet.of(LintRule.GLOBAL_ASSIGNMENT, LintRule.BLOCKING_CALL, LintRule.PRINT_CALL);
  }

  @Override
  public void check(LintedModule module, Findings findings) {
    boolean command = isCommand(module);
    for (Map.Entry<Path, ModuleCode> entry : module.code().entrySet()) {
      Path file = entry.getKey();
      ModuleCode code = entry.getValue();
      boolean waits = !code.text().contains(":settimeout(");
      for (ValueUse use : code.uses()) {
        switch (use.kind()) {
          case ASSIGNMENT -> addAssignment(file, use, findings);
          case DEFINITION -> {
            if (!isOfModule(module, file)) {
              addAssignment(file, use, findings);
            }
          }
          case CALL, LIBRARY_CALL -> {
            if (!command) {
              checkCall(file, waits, use, findings);
            }
          }
          default -> {}
        }
      }
    }
  }

  /**
   * {@return whether {@code prosodyctl} also runs the module, which may wait and has a terminal}
   */
  private static boolean isCommand(LintedModule module) {
    for (ModuleCode code : module.code().values()) {
      for (ValueUse use : code.uses()) {
        if (use.kind() == ValueUse.Kind.MODULE_FIELD && use.path().equals("command")) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Returns whether the globals of a file belong to the module, as in files that {@code
   * module:require} loads. The globals of a file that {@code require} loads would belong to all
   * modules.
   */
  private static boolean isOfModule(LintedModule module, Path file) {
    return file.equals(module.files().main()) || file.toString().endsWith(ModuleFiles.LIBRARY);
  }

  private static void addAssignment(Path file, ValueUse use, Findings findings) {
    String name = EnglishList.brief(use.path());
    findings.add(
        LintRule.GLOBAL_ASSIGNMENT,
        file,
        use.range(),
        Findings.ANY,
        name + " is a global variable",
        "declare it: local " + name);
  }

  private void checkCall(Path file, boolean waits, ValueUse use, Findings findings) {
    if (use.kind() == ValueUse.Kind.CALL && use.path().equals("print")) {
      findings.add(
          LintRule.PRINT_CALL,
          file,
          use.range(),
          Findings.ANY,
          "print bypasses Prosody's log",
          "write module:log(\"debug\", …)");
      return;
    }
    LuaLibraries.BlockingCall blocking = libraries.blockingCalls().get(use.path());
    if (blocking != null) {
      findings.add(
          LintRule.BLOCKING_CALL,
          file,
          use.range(),
          Findings.ANY,
          use.path() + " blocks the whole server until it returns",
          blocking.replacement());
    } else if (waits && libraries.sockets().containsKey(use.path())) {
      findings.add(
          LintRule.BLOCKING_CALL,
          file,
          use.range(),
          Findings.ANY,
          "connecting, sending and receiving on this socket block the whole server",
          "connect with net.connect, or call settimeout(0) on the socket so that it does not wait");
    }
  }
}
