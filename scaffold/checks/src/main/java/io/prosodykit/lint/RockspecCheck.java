package io.prosodykit.lint;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.files.NamedPath;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.module.MetadataProblem;
import io.prosodykit.module.Rockspec;
import io.prosodykit.module.RockspecRules;
import io.prosodykit.moduletree.ModuleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds rockspecs that LuaRocks refuses, name another module or missing files, or omit files. */
final class RockspecCheck implements Check {
  @Override
  public ImmutableSet<LintRule> rules() {
    return ImmutableSet.of(LintRule.ROCKSPEC_MISMATCH);
  }

  @Override
  public void check(LintedModule module, Findings findings) throws IOException {
    for (Path file : module.files().rockspecs()) {
      String text = BoundedFile.readText(file);
      findings.open(file, text);
      Rockspec rockspec = Rockspec.parse(text);
      String name = String.valueOf(file.getFileName());
      for (MetadataProblem problem : RockspecRules.problems(rockspec, module.name(), name)) {
        findings.add(LintRule.ROCKSPEC_MISMATCH, file, problem);
      }
      checkFiles(module, file, rockspec.modules(), findings);
    }
  }

  private static void checkFiles(
      LintedModule module, Path file, List<Rockspec.Value> modules, Findings findings) {
    Set<Path> installed = new HashSet<>();
    Path folder = module.files().folder().orElseThrow();
    for (Rockspec.Value path : modules) {
      Optional<Path> named = NamedPath.below(folder, path.text());
      named.map(Path::normalize).ifPresent(installed::add);
      if (named.filter(Files::exists).isEmpty()) {
        add(
            file,
            path.position(),
            "there is no file " + EnglishList.brief(path.text()),
            "write a path relative to this folder",
            findings);
      }
    }
    if (!modules.isEmpty()) {
      leftOut(module, installed)
          .forEach(
              (path, key) ->
                  add(
                      file,
                      modules.get(0).position(),
                      "build.modules omits " + path,
                      "add [\"" + key + "\"] = \"" + path + "\"",
                      findings));
    }
  }

  /**
   * Returns the main file and the libraries that are not installed, each with the name to give it.
   */
  private static Map<String, String> leftOut(LintedModule module, Set<Path> installed) {
    String name = "mod_" + module.name();
    Map<String, String> leftOut = new LinkedHashMap<>();
    Path folder = module.files().folder().orElseThrow();
    for (Path file : module.code().keySet()) {
      String path = Joiner.on('/').join(folder.relativize(file));
      if (installed.contains(file.normalize())) {
        continue;
      }
      if (file.equals(module.files().main())) {
        leftOut.put(path, name + "." + name);
      } else if (path.endsWith(ModuleFiles.LIBRARY)) {
        String stem = path.substring(0, path.length() - ModuleFiles.LIBRARY.length());
        leftOut.put(path, name + "." + stem.replace('/', '.'));
      }
    }
    return leftOut;
  }

  private static void add(
      Path file, LuaPosition position, String message, String fix, Findings findings) {
    findings.add(
        LintRule.ROCKSPEC_MISMATCH,
        file,
        findings.word(file, position),
        Findings.ANY,
        message,
        fix);
  }
}
