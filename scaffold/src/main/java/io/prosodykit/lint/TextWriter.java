package io.prosodykit.lint;

import io.prosodykit.catalog.VisibleText;

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
    return text.append(count(report.modules(), "module"))
        .append(" for Prosody ")
        .append(Words.list(report.targets()))
        .append(": ")
        .append(count(errors, "error"))
        .append(", ")
        .append(count(warnings, "warning"))
        .append(", ")
        .append(count(all - errors - warnings, "note"))
        .append('\n')
        .toString();
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
