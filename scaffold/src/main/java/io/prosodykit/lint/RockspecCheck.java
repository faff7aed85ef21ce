package io.prosodykit.lint;

import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.Rockspec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Rockspecs that name another module, or files that are not there. */
final class RockspecCheck implements Check {
  @Override
  public void check(LintedModule module, Findings findings) throws IOException {
    for (Path file : module.files().rockspecs()) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      findings.open(file, text);
      checkRockspec(module, file, Rockspec.parse(text), findings);
    }
  }

  private static void checkRockspec(
      LintedModule module, Path file, Rockspec rockspec, Findings findings) {
    String wanted = "mod_" + module.name();
    String name = rockspec.name().map(Rockspec.Value::text).orElse("");
    if (rockspec.name().isPresent() && !name.equals(wanted)) {
      add(
          file,
          rockspec.name().get().position(),
          "the package is called " + Words.brief(name) + ", and its module " + wanted,
          "write package = \"" + wanted + "\"",
          findings);
    }
    if (!name.isEmpty() && rockspec.version().isPresent()) {
      Rockspec.Value version = rockspec.version().get();
      String expected = name + "-" + version.text() + ".rockspec";
      if (!String.valueOf(file.getFileName()).equals(expected)) {
        add(
            file,
            version.position(),
            "LuaRocks expects this file to be called " + Words.brief(expected),
            "rename it, or mend its package and version",
            findings);
      }
    }
    checkFiles(module, file, rockspec.modules(), findings);
  }

  private static void checkFiles(
      LintedModule module, Path file, List<Rockspec.Value> modules, Findings findings) {
    boolean main = false;
    Path folder = module.files().folder().orElseThrow();
    for (Rockspec.Value path : modules) {
      Path named = folder.resolve(path.text()).normalize();
      main = main || named.equals(module.files().main().normalize());
      if (!Files.exists(named)) {
        add(
            file,
            path.position(),
            "there is no file " + Words.brief(path.text()),
            "write a path from this folder",
            findings);
      }
    }
    if (!main && !modules.isEmpty()) {
      add(
          file,
          modules.get(0).position(),
          "build.modules leaves out mod_" + module.name() + ".lua",
          "add mod_" + module.name() + " = \"mod_" + module.name() + ".lua\"",
          findings);
    }
  }

  private static void add(
      Path file, LuaPosition position, String message, String mend, Findings findings) {
    findings.add(LintRule.ROCKSPEC_MISMATCH, file, position, Findings.ANY, message, mend);
  }
}
