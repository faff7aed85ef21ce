package io.prosodykit.report;

import com.google.common.collect.ImmutableList;
import io.prosodykit.changes.ReleaseChanges;
import io.prosodykit.changes.ReleaseSupport;
import io.prosodykit.evidence.Advisory;
import io.prosodykit.evidence.Source;
import io.prosodykit.text.Csv;
import io.prosodykit.text.Joined;
import io.prosodykit.text.MarkdownTable;
import io.prosodykit.text.Table;
import io.prosodykit.version.ProsodyVersion;
import java.util.Locale;

/**
 * What changes from one version of Prosody to another.
 *
 * @since 0.1.0
 */
public final class ReleaseChangesReport {
  private final ReleaseChanges changes;
  private final ImmutableList<ChangeSection> sections;

  private ReleaseChangesReport(ReleaseChanges changes) {
    this.changes = changes;
    this.sections = ChangeSection.of(changes);
  }

  /**
   * Reports changes.
   *
   * @param changes what changes
   * @return the report
   */
  public static ReleaseChangesReport of(ReleaseChanges changes) {
    return new ReleaseChangesReport(changes);
  }

  private String title() {
    return "Prosody " + changes.from() + " to " + changes.to();
  }

  /**
   * {@return how many changes there are of each kind, what support and advisories the two versions
   * have, and which sources this is from}
   */
  private ImmutableList<ImmutableList<String>> summary() {
    Records rows = new Records();
    for (ChangeSection section : sections) {
      rows.row(section.title(), section.summary());
    }
    support(changes.from(), changes.fromSupport(), rows);
    support(changes.to(), changes.toSupport(), rows);
    rows.row("sources of " + changes.from(), ChangeRow.ids(changes.fromSources()));
    rows.row("sources of " + changes.to(), ChangeRow.ids(changes.toSources()));
    if (!changes.unknown().isEmpty()) {
      rows.row("nothing is recorded about", Joined.commas(changes.unknown()));
    }
    return rows.toList();
  }

  private static void support(ProsodyVersion version, ReleaseSupport support, Records rows) {
    rows.row(
        "support of " + version,
        support.until().isEmpty() ? "no end on record" : "until " + support.until());
    rows.row(
        "advisories for " + version,
        support.advisories().isEmpty()
            ? "none on record"
            : Joined.semicolons(
                support.advisories().stream().map(ReleaseChangesReport::advisory).toList()));
  }

  private static String advisory(Advisory advisory) {
    return advisory.url()
        + (advisory.cves().isEmpty() ? "" : " (" + Joined.commas(advisory.cves()) + ")")
        + ", fixed in "
        + advisory.fixedIn();
  }

  /**
   * {@return a title, until when the two versions are supported, which advisories affect them, how
   * many changes there are of each kind, and tables of modules, options, rules, functions,
   * libraries and their members, and events, without those that are empty}
   */
  public String toText() {
    Table summary = new Table();
    summary().forEach(row -> summary.row(row.get(0), row.get(1)));
    StringBuilder text = new StringBuilder(title()).append("\n\n").append(summary);
    for (ChangeSection section : sections) {
      if (!section.rows().isEmpty()) {
        Table table = new Table().row(upperCase(section.headings()));
        section
            .rows()
            .forEach(row -> table.row(section.columns().apply(row).toArray(String[]::new)));
        text.append('\n').append(table);
      }
    }
    return text.toString();
  }

  private static String[] upperCase(ImmutableList<String> headings) {
    return headings.stream()
        .map(heading -> heading.toUpperCase(Locale.ROOT))
        .toArray(String[]::new);
  }

  /** {@return the object that {@link ReleaseChanges#toJson} writes} */
  public String toJson() {
    return changes.toJson();
  }

  /**
   * {@return the {@linkplain #toRecords records} as CSV, in which a spreadsheet runs no formula}
   */
  public String toCsv() {
    return Csv.of(toRecords());
  }

  /** {@return records of what, module, name, change, before, after, remark and sources} */
  public ImmutableList<ImmutableList<String>> toRecords() {
    Records records =
        new Records()
            .row("what", "module", "name", "change", "before", "after", "remark", "sources");
    for (ChangeSection section : sections) {
      for (ChangeRow row : section.rows()) {
        records.row(
            row.what(),
            row.module(),
            row.name(),
            row.change(),
            row.before(),
            row.after(),
            row.remark(),
            Joined.semicolons(row.sources().stream().map(Source::id).toList()));
      }
    }
    return records.toList();
  }

  /** {@return what {@link #toText} has, as Markdown with a heading for each table} */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder("# ").append(title()).append("\n\n");
    for (ImmutableList<String> row : summary()) {
      text.append("- ").append(row.get(0)).append(": ");
      text.append(MarkdownTable.text(row.get(1))).append('\n');
    }
    for (ChangeSection section : sections) {
      if (!section.rows().isEmpty()) {
        ImmutableList.Builder<ImmutableList<String>> table = ImmutableList.builder();
        table.add(section.headings());
        section.rows().forEach(row -> table.add(section.columns().apply(row)));
        text.append("\n## ").append(section.title()).append("\n\n");
        text.append(MarkdownTable.of(table.build()));
      }
    }
    return text.toString();
  }
}
