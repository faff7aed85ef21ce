package io.prosodykit.lint;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import com.google.common.net.UrlEscapers;
import io.prosodykit.json.Json;
import io.prosodykit.lua.LuaRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes a report as SARIF 2.1.0. */
final class SarifWriter {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  private SarifWriter() {}

  static String write(LintReport report) {
    return Json.write(
        ImmutableMap.of("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run(report))));
  }

  private static ImmutableMap<String, Object> run(LintReport report) {
    RulesPage page = RulesPage.read();
    return ImmutableMap.of(
        "tool",
        Map.of(
            "driver",
            ImmutableMap.of(
                "name",
                "prosody:lint",
                "rules",
                Arrays.stream(LintRule.values()).map(rule -> rule(rule, page)).toList())),
        "columnKind",
        "unicodeCodePoints",
        "properties",
        Map.of("targets", report.targets()),
        "results",
        Lists.transform(ShownFinding.of(report.findings()), SarifWriter::result));
  }

  private static ImmutableMap<String, Object> rule(LintRule rule, RulesPage page) {
    return ImmutableMap.of(
        "id",
        rule.id(),
        "shortDescription",
        Map.of("text", rule.title()),
        "help",
        ImmutableMap.of(
            "text", "The section " + rule + " of RULES.md", "markdown", page.section(rule)),
        "defaultConfiguration",
        Map.of("level", rule.severity()));
  }

  private static ImmutableMap<String, Object> result(ShownFinding shown) {
    Finding finding = shown.finding();
    ImmutableMap.Builder<String, Object> result =
        ImmutableMap.<String, Object>builder()
            .put("ruleId", finding.rule().id())
            .put("level", finding.severity())
            .put("message", Map.of("text", shown.message()))
            .put("locations", List.of(Map.of("physicalLocation", location(finding))))
            .put("properties", Map.of("targets", finding.targets()));
    if (shown.more() > 0) {
      result.put("occurrenceCount", 1 + shown.more());
    }
    return result.buildOrThrow();
  }

  private static ImmutableMap<String, Object> location(Finding finding) {
    return ImmutableMap.of(
        "artifactLocation", Map.of("uri", uri(finding.file())), "region", region(finding.range()));
  }

  private static ImmutableMap<String, Object> region(LuaRange range) {
    return ImmutableMap.of(
        "startLine",
        range.begin().line(),
        "startColumn",
        range.begin().column(),
        "endLine",
        range.end().line(),
        "endColumn",
        range.end().column());
  }

  /** {@return a relative path as a relative reference, and any other as an absolute URI} */
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
