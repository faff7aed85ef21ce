package io.prosodykit.report;

import com.google.common.collect.ImmutableList;
import io.prosodykit.compliance.ComplianceSuite;
import io.prosodykit.compliance.ComplianceSuite.Category;
import io.prosodykit.compliance.ComplianceSuite.Level;
import io.prosodykit.compliance.ComplianceSuite.Role;
import io.prosodykit.compliance.Coverage;
import io.prosodykit.compliance.DoapEntry;
import io.prosodykit.compliance.FeatureCoverage;
import io.prosodykit.compliance.FeatureCoverage.Gap;
import io.prosodykit.compliance.FeatureCoverage.Verdict;
import io.prosodykit.compliance.Implementation;
import io.prosodykit.facts.ConfigurationRules;
import io.prosodykit.specification.XepRef;
import io.prosodykit.text.Csv;
import io.prosodykit.text.Joined;
import io.prosodykit.text.MarkdownTable;
import io.prosodykit.text.Table;
import io.prosodykit.text.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What modules cover of the compliance suites, and which specifications they implement.
 *
 * @since 0.1.0
 */
public final class CoverageReport {
  private final Coverage coverage;
  private final Role role;

  private CoverageReport(Coverage coverage, Role role) {
    this.coverage = coverage;
    this.role = role;
  }

  /**
   * Reports on the features that the suites demand of one role.
   *
   * @param coverage what modules cover; of its features only those of the role are reported
   * @param role of whom the suites demand the features
   * @return the report
   */
  public static CoverageReport of(Coverage coverage, Role role) {
    return new CoverageReport(coverage.selectFeatures(cell -> cell.role() == role), role);
  }

  /**
   * {@return a title, a table of features, for servers a table of how many are covered, a table of
   * specifications, and the modules that do not count}
   */
  public String toText() {
    StringBuilder text = new StringBuilder(title()).append("\n\n").append(suites());
    if (role == Role.SERVER) {
      text.append('\n').append(counts());
    }
    text.append('\n').append(specifications()).append('\n');
    names("not known, and not counted", coverage.unknown(), text);
    names("not available for this version, and not counted", coverage.unavailable(), text);
    names("does not work as configured, and not counted", coverage.unconfigured(), text);
    coverage
        .requiredOptions()
        .forEach(
            needed ->
                text.append(needed.module())
                    .append(" does not work without ")
                    .append(needed)
                    .append('\n'));
    text.append(SuggestionLines.of(coverage).toText());
    return text.append(
            "STATUS is what Prosody 13.0 states of itself, and SINCE its first release that")
        .append(" had the specification.\nMODULES are named by Prosody's statement, its sources")
        .append(" or the catalogue; any one of them is enough.\n")
        .toString();
  }

  private String title() {
    XepRef suite = ComplianceSuite.reference().specification();
    String about =
        suite.title().orElse("" + suite) + " (" + suite + ") on Prosody " + coverage.version();
    return role == Role.SERVER
        ? about + ", for servers"
        : about
            + ", for clients\nThis is what a client has to implement. Modules of a server cannot"
            + " do that; SERVER shows what\nthe server contributes.";
  }

  private Table suites() {
    Table table =
        role == Role.SERVER
            ? new Table().row("SUITE", "LEVEL", "FEATURE", "VERDICT", "MODULES")
            : new Table().row("SUITE", "LEVEL", "FEATURE", "DEMAND", "SERVER");
    for (List<FeatureCoverage> cells : features(coverage.features())) {
      FeatureCoverage cell = cells.get(0);
      table.rows(
          List.of(
              "" + cell.feature().category(),
              levels(cells),
              cell.feature().name(),
              role == Role.SERVER
                  ? "" + cell.verdict()
                  : "" + cell.feature().demand(role, cell.level())),
          lines(cell));
    }
    return table;
  }

  /** The cells that demand something, those together that differ by level only. */
  private static List<List<FeatureCoverage>> features(List<FeatureCoverage> cells) {
    Map<List<Object>, List<FeatureCoverage>> features = new LinkedHashMap<>();
    for (FeatureCoverage cell : cells) {
      if (isDemanded(cell)) {
        features
            .computeIfAbsent(List.of(cell.feature(), cell.verdict()), key -> new ArrayList<>())
            .add(cell);
      }
    }
    return List.copyOf(features.values());
  }

  private static String levels(List<FeatureCoverage> cells) {
    return Joined.commas(cells.stream().map(FeatureCoverage::level).toList());
  }

  private static boolean isDemanded(FeatureCoverage cell) {
    return cell.verdict() != Verdict.NOT_REQUIRED && cell.verdict() != Verdict.NOT_APPLICABLE;
  }

  private List<String> lines(FeatureCoverage cell) {
    List<String> lines = new ArrayList<>();
    if (role == Role.CLIENT) {
      lines.add(Joined.commas(cell.feature().specifications()));
    }
    cell.implemented().forEach(implementation -> lines.add(line(implementation)));
    cell.missing().forEach(gap -> lines.add(line(gap)));
    cell.feature().remark(role).ifPresent(remark -> lines.add("(" + remark + ")"));
    return lines;
  }

  private static String line(Implementation implementation) {
    return implementation.specification()
        + (implementation.status() == DoapEntry.Status.PARTIAL ? " (partial)" : "")
        + ": "
        + by(implementation);
  }

  private static String by(Implementation implementation) {
    List<String> names = new ArrayList<>(implementation.modules());
    if (implementation.builtIn()) {
      names.add(0, "built in");
    }
    return Joined.commas(names);
  }

  private String line(Gap gap) {
    return gap.specification()
        + " is missing"
        + (gap.add().isEmpty()
            ? ""
            : "; add " + gap.add().stream().map(this::added).collect(Collectors.joining(" or ")));
  }

  /** A module by its name, or the section of a component. */
  private String added(String module) {
    return coverage.component(module).equals(Optional.of(module))
        ? ConfigurationRules.section(module)
        : module;
  }

  /** How many features of each suite and level are covered. */
  private Table counts() {
    Table table = new Table().row("SUITE", "LEVEL", "COVERED");
    for (Category category : Category.values()) {
      for (Level level : Level.values()) {
        List<Verdict> verdicts =
            coverage.features().stream()
                .filter(cell -> cell.feature().category() == category && cell.level() == level)
                .filter(CoverageReport::isDemanded)
                .map(FeatureCoverage::verdict)
                .toList();
        if (!verdicts.isEmpty()) {
          long covered = verdicts.stream().filter(Verdict.COVERED::equals).count();
          table.row("" + category, "" + level, covered + " of " + verdicts.size());
        }
      }
    }
    return table;
  }

  private Table specifications() {
    Table table = new Table().row("SPECIFICATION", "STATUS", "SINCE", "TITLE", "MODULES");
    for (Implementation implementation : coverage.specifications()) {
      table.row(
          "" + implementation.specification(),
          "" + implementation.status(),
          implementation.statement().flatMap(DoapEntry::since).map(since -> "" + since).orElse(""),
          implementation.specification().title().orElse(""),
          by(implementation));
    }
    return table;
  }

  private static void names(String what, List<String> names, StringBuilder text) {
    if (!names.isEmpty()) {
      String brief = Joined.commas(names.stream().map(VisibleText::brief).toList());
      text.append(what).append(": ").append(brief).append('\n');
    }
  }

  /** {@return the object that {@link Coverage#toJson} writes} */
  public String toJson() {
    return coverage.toJson();
  }

  /**
   * {@return the {@linkplain #toRecords records} as CSV, in which a spreadsheet runs no formula}
   */
  public String toCsv() {
    return Csv.of(toRecords());
  }

  /**
   * {@return the {@linkplain #toRecords records} as a table of Markdown, and for servers a table of
   * what to do about what is missing}
   */
  public String toMarkdown() {
    return MarkdownTable.of(toRecords()) + SuggestionLines.of(coverage).toMarkdown();
  }

  /**
   * {@return records of category, feature, role, level, verdict, implemented, missing and add, one
   * for each cell of the suites}
   */
  public ImmutableList<ImmutableList<String>> toRecords() {
    Records records =
        new Records()
            .row(
                "category", "feature", "role", "level", "verdict", "implemented", "missing", "add");
    for (FeatureCoverage cell : coverage.features()) {
      records.row(
          "" + cell.feature().category(),
          cell.feature().name(),
          "" + cell.role(),
          "" + cell.level(),
          "" + cell.verdict(),
          Joined.semicolons(cell.implemented().stream().map(CoverageReport::line).toList()),
          Joined.semicolons(cell.missing().stream().map(Gap::specification).toList()),
          Joined.semicolons(
              cell.missing().stream()
                  .map(gap -> String.join(" or ", gap.add()))
                  .filter(names -> !names.isEmpty())
                  .toList()));
    }
    return records.toList();
  }

  /**
   * Explains what is missing.
   *
   * @return a line with the number of features, then a line for each, and what to add; empty if
   *     nothing is missing
   */
  public Optional<String> failure() {
    List<List<FeatureCoverage>> missing = features(coverage.missing());
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder message = new StringBuilder();
    message.append(missing.size());
    message.append(missing.size() == 1 ? " feature of " : " features of ");
    message.append(ComplianceSuite.reference().specification());
    message.append(missing.size() == 1 ? " is missing:" : " are missing:");
    for (List<FeatureCoverage> cells : missing) {
      FeatureCoverage cell = cells.get(0);
      message.append("\n  ").append(cell.feature().category()).append(" (").append(levels(cells));
      message.append("): ").append(cell.feature().name());
      cell.missing().forEach(gap -> message.append("\n    ").append(line(gap)));
    }
    return Optional.of(message.toString());
  }
}
