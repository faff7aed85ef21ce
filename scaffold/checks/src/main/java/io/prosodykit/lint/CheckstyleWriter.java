package io.prosodykit.lint;

import io.prosodykit.files.SlashedPath;
import io.prosodykit.text.VisibleText;
import io.prosodykit.xml.XmlOutput;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes a report as XML in the format of Checkstyle, version 4.3. */
final class CheckstyleWriter {
  private CheckstyleWriter() {}

  static String write(LintReport report) {
    return XmlOutput.text(
        xml -> {
          xml.begin("\n", "checkstyle");
          xml.attribute("version", "4.3");
          writeFiles(report, xml);
          xml.end("\n");
        });
  }

  private static void writeFiles(LintReport report, XmlOutput xml) {
    @Nullable Path open = null;
    for (ShownFinding shown : ShownFinding.of(report.findings())) {
      Finding finding = shown.finding();
      if (!finding.file().equals(open)) {
        if (open != null) {
          xml.end("\n  ");
        }
        open = finding.file();
        xml.begin("\n  ", "file");
        xml.attribute("name", VisibleText.of(SlashedPath.of(finding.file())));
      }
      write(shown, xml);
    }
    if (open != null) {
      xml.end("\n  ");
    }
  }

  private static void write(ShownFinding shown, XmlOutput xml) {
    Finding finding = shown.finding();
    xml.empty("\n    ", "error");
    xml.attribute("line", String.valueOf(finding.position().line()));
    xml.attribute("column", String.valueOf(finding.position().column()));
    // Checkstyle's severities are error, warning, info and ignore
    xml.attribute(
        "severity", finding.severity() == Severity.NOTE ? "info" : finding.severity().toString());
    xml.attribute("message", VisibleText.of(shown.message()));
    xml.attribute("source", "prosody." + finding.rule().id());
  }
}
