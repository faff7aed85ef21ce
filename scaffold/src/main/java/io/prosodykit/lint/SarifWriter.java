package io.prosodykit.lint;

import com.google.common.net.UrlEscapers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a report as SARIF 2.1.0. */
final class SarifWriter {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  private SarifWriter() {}

  static String write(LintReport report) {
    return JsonDocument.write(
        out -> {
          out.field("$schema", SCHEMA);
          out.field("version", "2.1.0");
          out.array("runs", runs -> runs.object(run -> writeRun(report, run)));
        });
  }

  private static void writeRun(LintReport report, JsonDocument run) throws IOException {
    run.object("tool", tool -> tool.object("driver", SarifWriter::writeDriver));
    run.field("columnKind", "unicodeCodePoints");
    run.object("properties", properties -> properties.texts("targets", report.targets()));
    run.array(
        "results",
        results -> {
          for (Finding finding : report.findings()) {
            results.object(result -> writeResult(finding, result));
          }
        });
  }

  private static void writeDriver(JsonDocument driver) throws IOException {
    driver.field("name", "prosody:lint");
    driver.array(
        "rules",
        rules -> {
          for (LintRule rule : LintRule.values()) {
            rules.object(
                fields -> {
                  fields.field("id", rule.id());
                  fields.object("shortDescription", text -> text.field("text", rule.title()));
                  fields.object(
                      "defaultConfiguration", level -> level.field("level", rule.severity()));
                });
          }
        });
  }

  private static void writeResult(Finding finding, JsonDocument result) throws IOException {
    result.field("ruleId", finding.rule().id());
    result.field("level", finding.severity());
    result.object(
        "message", text -> text.field("text", finding.message() + ". Mend: " + finding.mend()));
    result.array("locations", places -> places.object(place -> writeLocation(finding, place)));
    result.object("properties", properties -> properties.texts("targets", finding.targets()));
  }

  private static void writeLocation(Finding finding, JsonDocument location) throws IOException {
    location.object(
        "physicalLocation",
        physical -> {
          physical.object(
              "artifactLocation", artifact -> artifact.field("uri", uri(finding.file())));
          physical.object(
              "region",
              region -> {
                region.field("startLine", finding.position().line());
                region.field("startColumn", finding.position().column());
              });
        });
  }

  /** A relative file as a relative reference, any other as a URI of its own. */
  private static String uri(Path file) {
    if (file.isAbsolute()) {
      return file.toUri().toString();
    }
    List<String> segments = new ArrayList<>();
    for (Path segment : file) {
      segments.add(UrlEscapers.urlPathSegmentEscaper().escape(segment.toString()));
    }
    return String.join("/", segments).replace(":", "%3A");
  }
}
