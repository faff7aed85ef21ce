package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import io.prosodykit.facts.ModuleConflict;
import io.prosodykit.facts.RequiredOption;
import io.prosodykit.json.JsonOutput;
import java.io.IOException;

/** Writes a coverage as JSON. */
final class CoverageWriter {
  private CoverageWriter() {}

  static String write(Coverage coverage) {
    return JsonOutput.document(
        out -> {
          out.field("version", coverage.version());
          out.field("suite", ComplianceSuite.reference().specification());
          out.texts("modules", coverage.modules());
          out.texts("unavailable", coverage.unavailable());
          out.texts("unknown", coverage.unknown());
          out.texts("unconfigured", coverage.unconfigured());
          out.array("requiredOptions", needed -> options(coverage.requiredOptions(), needed));
          out.array("features", cells -> features(coverage.features(), cells));
          out.array(
              "specifications", elements -> specifications(coverage.specifications(), elements));
          out.objectField("suggestion", fields -> suggestion(coverage.suggest(), fields));
        });
  }

  private static void options(ImmutableList<RequiredOption> all, JsonOutput out)
      throws IOException {
    for (RequiredOption needed : all) {
      out.object(
          fields -> {
            fields.field("module", needed.module());
            fields.texts("options", needed.options());
          });
    }
  }

  private static void suggestion(CoverageSuggestion suggestion, JsonOutput out) throws IOException {
    out.texts("add", suggestion.add());
    out.array(
        "components",
        components -> {
          for (CoverageSuggestion.Component component : suggestion.components()) {
            components.object(
                fields -> {
                  fields.field("component", component.component());
                  fields.texts("modules", component.modules());
                });
          }
        });
    out.texts(
        "remove",
        suggestion.remove().stream()
            .map(ModuleConflict::module)
            .collect(ImmutableList.toImmutableList()));
    out.array("requiredOptions", needed -> options(suggestion.requiredOptions(), needed));
    out.texts("impossible", suggestion.impossible());
  }

  private static void features(ImmutableList<FeatureCoverage> cells, JsonOutput out)
      throws IOException {
    for (FeatureCoverage cell : cells) {
      out.object(
          fields -> {
            fields.field("category", cell.feature().category());
            fields.field("feature", cell.feature().name());
            fields.field("role", cell.role());
            fields.field("level", cell.level());
            fields.field("verdict", cell.verdict());
            fields.field("remark", cell.feature().remark(cell.role()).orElse(""));
            fields.texts(
                "implemented",
                cell.implemented().stream()
                    .map(Implementation::specification)
                    .collect(ImmutableList.toImmutableList()));
            fields.array("missing", gaps -> missing(cell.missing(), gaps));
          });
    }
  }

  private static void missing(ImmutableList<FeatureCoverage.Gap> gaps, JsonOutput out)
      throws IOException {
    for (FeatureCoverage.Gap gap : gaps) {
      out.object(
          fields -> {
            fields.field("specification", gap.specification());
            fields.texts("add", gap.add());
          });
    }
  }

  private static void specifications(ImmutableList<Implementation> implementations, JsonOutput out)
      throws IOException {
    for (Implementation implementation : implementations) {
      out.object(
          fields -> {
            fields.field("specification", implementation.specification());
            fields.field("title", implementation.specification().title().orElse(""));
            fields.field("builtIn", implementation.builtIn());
            fields.texts("modules", implementation.modules());
            fields.field("status", implementation.status());
            if (implementation.statement().isPresent()) {
              stated(implementation.statement().get(), fields);
            }
          });
    }
  }

  private static void stated(DoapEntry statement, JsonOutput out) throws IOException {
    if (statement.version().isPresent()) {
      out.field("version", statement.version().get());
    }
    if (statement.since().isPresent()) {
      out.field("since", statement.since().get());
    }
  }
}
