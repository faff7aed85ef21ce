package io.prosodykit.report;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.text.Csv;
import io.prosodykit.text.Joined;
import io.prosodykit.text.MarkdownTable;
import io.prosodykit.text.Table;
import java.util.List;

/**
 * Modules of a catalogue, one line each.
 *
 * @since 0.1.0
 */
public final class ModuleListReport {
  private final ImmutableList<ModuleEntry> modules;
  private final int all;

  private ModuleListReport(ImmutableList<ModuleEntry> modules, int all) {
    this.modules = modules;
    this.all = all;
  }

  /**
   * Lists modules.
   *
   * @param modules the modules, in the order to list them
   * @param catalog the catalogue they were selected from
   * @return the report
   */
  public static ModuleListReport of(List<ModuleEntry> modules, ModuleCatalog catalog) {
    return new ModuleListReport(ImmutableList.copyOf(modules), catalog.modules().size());
  }

  /**
   * {@return a table with the columns {@code NAME}, {@code LAYER}, {@code STABILITY}, {@code
   * PURPOSE} and {@code SPECIFICATIONS}, and below it how many modules of the catalogue it has}
   */
  public String toText() {
    if (modules.isEmpty()) {
      return "No module of " + all + " passes these filters.\n";
    }
    Table table = new Table().row("NAME", "LAYER", "STABILITY", "PURPOSE", "SPECIFICATIONS");
    for (ModuleEntry entry : modules) {
      table.row(
          entry.name(),
          entry.layer().id(),
          entry.stability().id(),
          entry.purpose(),
          Joined.commas(entry.specifications()));
    }
    int count = modules.size();
    return table
        + "\n"
        + (count == all ? all + " modules" : count + " of " + all + " modules")
        + "\n";
  }

  /** {@return a catalogue of these modules, as {@link ModuleCatalog#toJson} writes it} */
  public String toJson() {
    return ModuleCatalog.of(modules).toJson();
  }

  /**
   * {@return the {@linkplain #toRecords records} as CSV, in which a spreadsheet runs no formula}
   */
  public String toCsv() {
    return Csv.of(toRecords());
  }

  /** {@return the {@linkplain #toRecords records} as a table of Markdown} */
  public String toMarkdown() {
    return MarkdownTable.of(toRecords());
  }

  /** {@return records of name, layer, stability, purpose and specifications} */
  public ImmutableList<ImmutableList<String>> toRecords() {
    Records records = new Records().row("name", "layer", "stability", "purpose", "specifications");
    for (ModuleEntry entry : modules) {
      records.row(
          entry.name(),
          entry.layer().id(),
          entry.stability().id(),
          entry.purpose(),
          Joined.semicolons(entry.specifications()));
    }
    return records.toList();
  }
}
