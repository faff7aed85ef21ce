package io.prosodykit.lint;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.LuaLibraries;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.module.ValueUse;
import java.nio.file.Path;
import java.util.Map;

/** Global variables that are set, and functions that a server's module is not to call. */
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

  /** Whether it is also run by {@code prosodyctl}, which may wait and has a terminal. */
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
   * Whether the globals of a file are the module's own, as in what {@code module:require} loads;
   * those of what {@code require} loads would be everybody's.
   */
  private static boolean isOfModule(LintedModule module, Path file) {
    return file.equals(module.files().main()) || file.toString().endsWith(".lib.lua");
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
          "print goes past Prosody's log",
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
          use.path() + " stops the whole server until it is done",
          blocking.replacement());
    } else if (waits && libraries.sockets().containsKey(use.path())) {
      findings.add(
          LintRule.BLOCKING_CALL,
          file,
          use.range(),
          Findings.ANY,
          "what this connects, sends and receives stops the whole server until it is done",
          "connect with net.connect, or have the socket not wait: call its settimeout(0)");
    }
  }
}
