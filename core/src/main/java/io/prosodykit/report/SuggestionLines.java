package io.prosodykit.report;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.prosodykit.compliance.Coverage;
import io.prosodykit.compliance.CoverageSuggestion;
import io.prosodykit.text.MarkdownTable;
import io.prosodykit.text.Table;
import java.util.List;

/**
 * What to do about what a coverage lacks.
 *
 * @param lines what to do it with, by what to do; none if nothing is missing, as for clients
 */
record SuggestionLines(ImmutableListMultimap<String, String> lines) {
  static SuggestionLines of(Coverage coverage) {
    CoverageSuggestion suggestion = coverage.suggest();
    ImmutableListMultimap.Builder<String, String> lines = ImmutableListMultimap.builder();
    suggestion
        .requiredOptions()
        .forEach(needed -> lines.put("set", needed + ", for " + needed.module()));
    suggestion.add().forEach(module -> lines.put("enable", module));
    suggestion.components().forEach(component -> lines.put("add", component.toString()));
    suggestion
        .remove()
        .forEach(
            pair ->
                lines.put("remove", pair.module() + ", which conflicts with " + pair.instead()));
    suggestion.impossible().forEach(missing -> lines.put("no module has", missing.toString()));
    return new SuggestionLines(lines.build());
  }

  String toText() {
    if (lines.isEmpty()) {
      return "";
    }
    Table table = new Table();
    Multimaps.asMap(lines).forEach((what, names) -> table.rows(List.of(what), names));
    return "\nSuggestion:\n\n" + table + "\n";
  }

  String toMarkdown() {
    if (lines.isEmpty()) {
      return "";
    }
    Records records = new Records().row("to do", "what");
    lines.forEach(records::row);
    return "\n" + MarkdownTable.of(records.toList());
  }
}
