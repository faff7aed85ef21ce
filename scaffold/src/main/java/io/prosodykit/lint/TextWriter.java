package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ProsodyVersion;
import io.prosodykit.catalog.VisibleText;
import java.util.StringJoiner;

/** Writes a report for people. */
final class TextWriter {
  private TextWriter() {}

  static String write(LintReport report) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : report.findings()) {
      write(finding, text);
    }
    int all = report.findings().size();
    int errors = report.count(Severity.ERROR);
    int warnings = report.count(Severity.WARNING) - errors;
    return text.append(modules(report))
        .append(": ")
        .append(count(errors, "error"))
        .append(", ")
        .append(count(warnings, "warning"))
        .append(", ")
        .append(count(all - errors - warnings, "note"))
        .append('\n')
        .toString();
  }

  /** How many modules there are for each set of targets. */
  private static String modules(LintReport report) {
    if (report.modules() == 0) {
      return "0 modules";
    }
    StringJoiner modules = new StringJoiner("; ");
    for (ImmutableList<ProsodyVersion> targets : report.judged().elementSet()) {
      modules.add(
          count(report.judged().count(targets), "module") + " for Prosody " + Words.list(targets));
    }
    return modules.toString();
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static void write(Finding finding, StringBuilder text) {
    text.append(VisibleText.of(finding.file().toString()))
        .append(':')
        .append(finding.position())
        .append(": ")
        .append(finding.severity())
        .append(": ")
        .append(VisibleText.of(finding.message()))
        .append(" [")
        .append(finding.rule())
        .append("]\n");
    if (!finding.sourceLine().isBlank()) {
      String line = finding.sourceLine();
      text.append("    ").append(VisibleText.of(line.replace('\t', ' '))).append('\n');
      int before = Math.min(finding.position().column() - 1, line.codePointCount(0, line.length()));
      int end = line.offsetByCodePoints(0, before);
      // as wide as what stands before the place, also where that is spelled out
      String shown = VisibleText.of(line.substring(0, end).replace('\t', ' '));
      text.append("    ").append(" ".repeat(shown.codePointCount(0, shown.length()))).append("^\n");
    }
    text.append("    ").append(VisibleText.of(finding.mend())).append("\n\n");
  }
}
