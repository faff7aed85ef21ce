package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.prosodykit.files.SlashedPath;
import io.prosodykit.json.Json;
import io.prosodykit.version.ProsodyVersion;

/** Writes a report as JSON. */
final class JsonWriter {
  private JsonWriter() {}

  static String write(LintReport report) {
    return Json.write(document(report));
  }

  static ImmutableMap<String, Object> document(LintReport report) {
    return ImmutableMap.of(
        "targets",
        report.targets(),
        "modules",
        report.modules(),
        "checked",
        checked(report),
        "findings",
        Lists.transform(ShownFinding.of(report.findings()), JsonWriter::fields));
  }

  /** {@return how many modules were checked against which branches} */
  private static ImmutableList<ImmutableMap<String, Object>> checked(LintReport report) {
    ImmutableList.Builder<ImmutableMap<String, Object>> checked = ImmutableList.builder();
    for (ImmutableList<ProsodyVersion> targets : report.checked().elementSet()) {
      checked.add(ImmutableMap.of("targets", targets, "modules", report.checked().count(targets)));
    }
    return checked.build();
  }

  private static ImmutableMap<String, Object> fields(ShownFinding shown) {
    ImmutableMap.Builder<String, Object> fields = fields(shown.finding());
    if (shown.more() > 0) {
      fields.put("more", shown.more());
    }
    return fields.buildOrThrow();
  }

  static ImmutableMap.Builder<String, Object> fields(Finding finding) {
    ImmutableMap.Builder<String, Object> fields =
        ImmutableMap.<String, Object>builder()
            .put("file", SlashedPath.of(finding.file()))
            .put("line", finding.position().line())
            .put("column", finding.position().column())
            .put("endLine", finding.range().end().line())
            .put("endColumn", finding.range().end().column())
            .put("rule", finding.rule().toString())
            .put("severity", finding.severity().toString())
            .put("targets", finding.targets())
            .put("message", finding.message())
            .put("fix", finding.fix())
            .put("sourceLine", finding.source().text());
    if (finding.source().isCut()) {
      fields.put("sourceColumn", finding.source().column());
    }
    return fields;
  }
}
