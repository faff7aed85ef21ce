package io.prosodykit.lint;

import java.io.IOException;
import java.nio.file.Path;

/** Writes a report as JSON. */
final class JsonWriter {
  private JsonWriter() {}

  static String write(LintReport report) {
    return JsonDocument.write(
        out -> {
          out.texts("targets", report.targets());
          out.field("modules", report.modules());
          out.array(
              "findings",
              elements -> {
                for (Finding finding : report.findings()) {
                  elements.object(fields -> write(finding, fields));
                }
              });
        });
  }

  /** A path as URIs and other systems write it. */
  static String path(Path file) {
    return file.toString().replace('\\', '/');
  }

  private static void write(Finding finding, JsonDocument out) throws IOException {
    out.field("file", path(finding.file()));
    out.field("line", finding.position().line());
    out.field("column", finding.position().column());
    out.field("rule", finding.rule());
    out.field("severity", finding.severity());
    out.texts("targets", finding.targets());
    out.field("message", finding.message());
    out.field("mend", finding.mend());
    out.field("sourceLine", finding.sourceLine());
  }
}
