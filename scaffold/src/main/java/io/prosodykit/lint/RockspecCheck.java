package io.prosodykit.lint;

import io.prosodykit.lua.Expression;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.Statement;
import io.prosodykit.lua.TableField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Rockspecs that name another module, or files that are not there. */
final class RockspecCheck implements Check {
  @Override
  public void check(LintedModule module, Findings findings) throws IOException {
    Optional<Path> folder = module.files().folder();
    if (folder.isEmpty()) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.get(), "*.rockspec")) {
      for (Path file : files) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        findings.open(file, text);
        checkRockspec(module, file, LuaChunk.parse(text), findings);
      }
    }
  }

  private static void checkRockspec(
      LintedModule module, Path file, LuaChunk rockspec, Findings findings) {
    String wanted = "mod_" + module.name();
    Optional<Expression> name = global(rockspec, "package");
    String packageName = "";
    if (name.isPresent() && name.get() instanceof Expression.Text text) {
      packageName = text.value();
      if (!packageName.equals(wanted)) {
        add(
            file,
            text.position(),
            "the package is called " + packageName + ", and its module " + wanted,
            "write package = \"" + wanted + "\"",
            findings);
      }
    }
    Optional<Expression> version = global(rockspec, "version");
    if (version.isPresent() && version.get() instanceof Expression.Text text) {
      String expected = packageName + "-" + text.value() + ".rockspec";
      if (!packageName.isEmpty() && !String.valueOf(file.getFileName()).equals(expected)) {
        add(
            file,
            text.position(),
            "LuaRocks expects this file to be called " + expected,
            "rename it, or mend its package and version",
            findings);
      }
    }
    Optional<Expression> build = global(rockspec, "build");
    if (build.isPresent()) {
      for (TableField field : fields(build.get())) {
        if (field instanceof TableField.Keyed keyed
            && keyed.key() instanceof Expression.Text key
            && key.value().equals("modules")) {
          checkFiles(module, file, fields(keyed.value()), findings);
        }
      }
    }
  }

  private static void checkFiles(
      LintedModule module, Path file, List<TableField> modules, Findings findings) {
    boolean main = false;
    Path folder = module.files().folder().orElseThrow();
    for (TableField field : modules) {
      if (field.value() instanceof Expression.Text path) {
        Path named = folder.resolve(path.value()).normalize();
        main = main || named.equals(module.files().main().normalize());
        if (!Files.exists(named)) {
          add(
              file,
              path.position(),
              "there is no file " + path.value(),
              "write a path from this folder",
              findings);
        }
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

  private static List<TableField> fields(Expression expression) {
    return expression instanceof Expression.Table table ? table.fields() : List.of();
  }

  private static Optional<Expression> global(LuaChunk rockspec, String name) {
    for (Statement statement : rockspec.block().statements()) {
      if (statement instanceof Statement.Assignment assignment
          && assignment.targets().get(0) instanceof Expression.Global global
          && global.name().equals(name)) {
        return assignment.values().stream().findFirst();
      }
    }
    return Optional.empty();
  }

  private static void add(
      Path file, LuaPosition position, String message, String mend, Findings findings) {
    findings.add(LintRule.ROCKSPEC_MISMATCH, file, position, Findings.ANY, message, mend);
  }
}
