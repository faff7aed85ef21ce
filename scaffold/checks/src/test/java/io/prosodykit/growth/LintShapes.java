package io.prosodykit.growth;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.lint.Baseline;
import io.prosodykit.lint.LintFormat;
import io.prosodykit.lint.LintReport;
import io.prosodykit.lint.Linter;
import io.prosodykit.testing.BusyPool;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Linting of modules, including the printed report. */
public final class LintShapes implements Supplier<Map<String, IntFunction<Runnable>>> {
  private static final Linter LINTER = Linter.builder(TargetRange.parse("[0.11,13.0]")).build();

  @Override
  public Map<String, IntFunction<Runnable>> get() {
    ImmutableMap.Builder<String, IntFunction<Runnable>> shapes = ImmutableMap.builder();
    Sources.all()
        .forEach(
            (name, source) ->
                shapes.put(
                    "lint: " + name,
                    parts -> lint(ImmutableMap.of("mod_x/mod_x.lua", source.apply(parts)))));
    shapes.put(
        "lint: labels of a README",
        parts ->
            beside(
                "README.md",
                Sources.repeat(
                    "---\nlabels:\n", parts, "- Type-Auth\n- Stage-#\n- Type-Storage\n", "---\n"),
                parts));
    shapes.put(
        "lint: lines of a README",
        parts ->
            beside(
                "README.md",
                Sources.repeat("# mod_y\n", parts, "modules_enabled = { \"mod_#\" }\n", ""),
                parts));
    shapes.put(
        "lint: files of a rockspec",
        parts ->
            beside(
                "mod_x-1-1.rockspec",
                Sources.repeat("build = { modules = {", parts, "['m#'] = 'm#.lua',\n", "} }"),
                1));
    shapes.put(
        "lint: findings with a baseline",
        parts ->
            () -> {
              LintReport report =
                  report(
                      ImmutableMap.of(
                          "mod_x.lua", Sources.repeat("", parts, "print(#) print(#)\n", "")));
              report.without(Baseline.of(report));
            });
    shapes.put("lint: modules", parts -> lint(files(parts, "mod_m#/mod_m#.lua", "print(#)")));
    shapes.put(
        "lint: files for all modules", parts -> lint(files(parts, "mod_x/l#.lib.lua", "print(#)")));
    shapes.put("lint: parts of a module", parts -> lint(files(parts, "mod_x/p/p#.lua", "g = #")));
    return shapes.buildOrThrow();
  }

  private static Runnable beside(String file, String text, int calls) {
    return lint(
        ImmutableMap.of(
            "mod_x/mod_x.lua",
            Sources.repeat("", calls, "module:provides('x#')\n", ""),
            "mod_x/" + file,
            text));
  }

  private static ImmutableMap<String, String> files(int parts, String path, String text) {
    ImmutableMap.Builder<String, String> files = ImmutableMap.builder();
    files.put("mod_x/mod_x.lua", "");
    for (int i = 0; i < parts / 8; i++) {
      String number = String.valueOf(i);
      files.put(path.replace("#", number), text.replace("#", number));
    }
    return files.buildOrThrow();
  }

  private static Runnable lint(ImmutableMap<String, String> files) {
    return () -> {
      LintReport report = report(files);
      for (LintFormat format : LintFormat.values()) {
        format.print(report);
      }
      Baseline.of(report);
    };
  }

  private static LintReport report(ImmutableMap<String, String> files) {
    try {
      Path folder = Files.createTempDirectory("growth");
      try {
        Tree.write(folder, files);
        // steps are counted on this thread alone
        AtomicReference<LintReport> report = new AtomicReference<>();
        BusyPool.during(() -> report.set(LINTER.lint(List.of(folder))));
        return Objects.requireNonNull(report.get());
      } finally {
        MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
