package io.prosodykit.lint;

import io.prosodykit.evidence.TargetRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lints source in tests. */
final class Modules {
  private Modules() {}

  /** Lints {@code mod_example.lua}. */
  static LintReport lint(Path folder, String targets, String source) throws IOException {
    Files.writeString(folder.resolve("mod_example.lua"), source);
    return Linter.builder(TargetRange.parse(targets)).base(folder).build().lint(List.of(folder));
  }

  /** The places of a rule's findings, as {@code line:column targets}. */
  static List<String> places(LintReport report, LintRule rule) {
    return report.findingsOf(rule).stream()
        .map(
            finding ->
                finding.targets().isEmpty()
                    ? finding.position().toString()
                    : finding.position() + " " + EnglishList.list(finding.targets()))
        .toList();
  }
}
