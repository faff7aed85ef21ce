package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaRange;
import io.prosodykit.text.VisibleText;
import io.prosodykit.version.ProsodyVersion;
import java.util.StringJoiner;

/** Writes a report for people. */
final class TextWriter {
  private TextWriter() {}

  static String write(LintReport report) {
    StringBuilder text = new StringBuilder();
    for (ShownFinding shown : ShownFinding.of(report.findings())) {
      write(shown, text);
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

  /** {@return how many modules there are for each set of targets} */
  private static String modules(LintReport report) {
    if (report.modules() == 0) {
      return "0 modules";
    }
    StringJoiner modules = new StringJoiner("; ");
    for (ImmutableList<ProsodyVersion> targets : report.checked().elementSet()) {
      modules.add(
          count(report.checked().count(targets), "module")
              + " for Prosody "
              + EnglishList.list(targets));
    }
    return modules.toString();
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static void write(ShownFinding shown, StringBuilder text) {
    Finding finding = shown.finding();
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
    if (!finding.source().text().isBlank()) {
      write(finding, text);
    }
    text.append("    ").append(VisibleText.of(finding.fix())).append("\n");
    if (shown.more() > 0) {
      text.append("    … ").append(shown.rest()).append('\n');
    }
    text.append('\n');
  }

  /** Writes the line of source, and underlines the finding as far as the line goes. */
  private static void write(Finding finding, StringBuilder text) {
    SourceExcerpt source = finding.source();
    String line = source.text();
    text.append("    ").append(VisibleText.of(line.replace('\t', ' '))).append('\n');
    int begin = line.offsetByCodePoints(0, source.column() - 1);
    int end = line.offsetByCodePoints(begin, length(finding.range(), line, begin));
    text.append("    ")
        .append(" ".repeat(width(line.substring(0, begin))))
        .append("^".repeat(Math.max(1, width(line.substring(begin, end)))))
        .append('\n');
  }

  /** {@return how many code points of a line belong to a range that begins there} */
  private static int length(LuaRange range, String line, int begin) {
    int left = line.codePointCount(begin, line.length());
    return range.end().line() > range.begin().line()
        ? left
        : Math.min(left, range.end().column() - range.begin().column());
  }

  /**
   * Returns the width of a text as it is printed, including the characters that are spelled out.
   */
  private static int width(String text) {
    return DisplayWidth.of(VisibleText.of(text.replace('\t', ' ')));
  }
}
