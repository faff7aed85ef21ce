package io.prosodykit.lint;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.module.ProvidedItem;
import io.prosodykit.moduletree.ModuleFiles;
import io.prosodykit.moduletree.ModuleTargets;
import java.nio.file.Path;
import java.util.Map;

/**
 * A module as checks need it: its {@link ModuleFiles} with their whole code, and what it is for.
 *
 * @param files its files
 * @param code its Lua files, the main file first
 * @param others the names of all modules that are linted with it
 * @param targets the releases that it is for
 * @param provided the types of the items that it provides, as far as they are known
 */
record LintedModule(
    ModuleFiles files,
    Map<Path, ModuleCode> code,
    ImmutableSet<String> others,
    ModuleTargets targets,
    ImmutableSet<String> provided) {
  static LintedModule of(
      ModuleFiles files,
      Map<Path, ModuleCode> code,
      ImmutableSet<String> others,
      ModuleTargets targets) {
    ImmutableSet.Builder<String> provided = ImmutableSet.builder();
    for (ModuleCode file : code.values()) {
      for (ProvidedItem item : file.facts().provided()) {
        provided.add(item.type().text().orElse(""));
      }
    }
    return new LintedModule(files, code, others, targets, provided.build());
  }

  String name() {
    return files.name();
  }

  /** {@return whether it provides items of a type, for example {@code auth}} */
  boolean provides(String type) {
    return provided.contains(type);
  }
}
