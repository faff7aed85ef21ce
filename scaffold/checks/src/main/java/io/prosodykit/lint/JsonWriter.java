package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.prosodykit.json.Json;
import io.prosodykit.version.ProsodyVersion;
import java.nio.file.Path;

/** Writes a report as JSON. */
final class JsonWriter {
  private JsonWriter() {}

  static String write(LintReport report) {
    return Json.write(
        ImmutableMap.of(
            "targets",
            report.targets(),
            "modules",
            report.modules(),
            "checked",
            checked(report),
            "findings",
            Lists.transform(ShownFinding.of(report.findings()), JsonWriter::fields)));
  }

  /** {@return how many modules were checked against which branches} */
  private static ImmutableList<ImmutableMap<String, Object>> checked(LintReport report) {
    ImmutableList.Builder<ImmutableMap<String, Object>> checked = ImmutableList.builder();
    for (ImmutableList<ProsodyVersion> targets : report.checked().elementSet()) {
      checked.add(ImmutableMap.of("targets", targets, "modules", report.checked().count(targets)));
    }
    return checked.build();
  }

  /** {@return a path with slashes, as in URIs} */
  static String path(Path file) {
    return file.toString().replace('\\', '/');
  }

  private static ImmutableMap<String, Object> fields(ShownFinding shown) {
    Finding finding = shown.finding();
    ImmutableMap.Builder<String, Object> fields =
        ImmutableMap.<String, Object>builder()
            .put("file", path(finding.file()))
            .put("line", finding.position().line())
            .put("column", finding.position().column())
            .put("endLine", finding.range().end().line())
            .put("endColumn", finding.range().end().column())
            .put("rule", finding.rule())
            .put("severity", finding.severity())
            .put("targets", finding.targets())
            .put("message", finding.message())
            .put("fix", finding.fix())
            .put("sourceLine", finding.source().text());
    if (finding.source().isCut()) {
      fields.put("sourceColumn", finding.source().column());
    }
    if (shown.more() > 0) {
      fields.put("more", shown.more());
    }
    return fields.buildOrThrow();
  }
}
