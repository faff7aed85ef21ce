package io.prosodykit.lint;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.ModuleCode;
import io.prosodykit.lua.ModuleFacts;
import io.prosodykit.lua.ModuleLayout.ModuleFiles;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * A module whose files are read.
 *
 * @param files where they lie
 * @param code its Lua files, the main file first
 * @param others the names of all modules that are linted with it
 */
record LintedModule(
    ModuleFiles files, ImmutableMap<Path, ModuleCode> code, ImmutableSet<String> others) {
  String name() {
    return files.name();
  }

  boolean anyFacts(Predicate<ModuleFacts> condition) {
    for (ModuleCode file : code.values()) {
      if (condition.test(file.facts())) {
        return true;
      }
    }
    return false;
  }
}
