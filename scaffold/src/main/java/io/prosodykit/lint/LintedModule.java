package io.prosodykit.lint;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.ModuleCode;
import io.prosodykit.lua.ModuleFiles;
import io.prosodykit.lua.ModuleTargets;
import io.prosodykit.lua.ProvidedItem;
import java.nio.file.Path;
import java.util.Map;

/**
 * A module whose files are read.
 *
 * @param files where they lie
 * @param code its Lua files, the main file first
 * @param others the names of all modules that are linted with it
 * @param targets the releases that it is for
 */
record LintedModule(
    ModuleFiles files,
    Map<Path, ModuleCode> code,
    ImmutableSet<String> others,
    ModuleTargets targets) {
  String name() {
    return files.name();
  }

  /** Whether it provides items of a type, for example {@code auth}. */
  boolean provides(String type) {
    for (ModuleCode file : code.values()) {
      for (ProvidedItem item : file.facts().provided()) {
        if (item.type().text().orElse("").equals(type)) {
          return true;
        }
      }
    }
    return false;
  }
}
