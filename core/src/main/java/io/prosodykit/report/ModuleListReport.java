package io.prosodykit.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.text.Csv;
import io.prosodykit.text.Joined;
import io.prosodykit.text.MarkdownTable;
import io.prosodykit.text.Table;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Modules of a catalogue, one line each.
 *
 * @since 0.1.0
 */
public final class ModuleListReport {
  private final ImmutableList<ModuleEntry> modules;
  private final ModuleCatalog catalog;
  private final ImmutableList<ModuleColumn> columns;
  private final Optional<ProsodyVersion> version;

  private ModuleListReport(
      ImmutableList<ModuleEntry> modules,
      ModuleCatalog catalog,
      ImmutableList<ModuleColumn> columns,
      Optional<ProsodyVersion> version) {
    this.modules = modules;
    this.catalog = catalog;
    this.columns = columns;
    this.version = version;
  }

  /**
   * Lists modules.
   *
   * @param modules the modules, in the order to list them
   * @param catalog the catalogue they were selected from
   * @return the report
   */
  public static ModuleListReport of(List<ModuleEntry> modules, ModuleCatalog catalog) {
    return new ModuleListReport(
        ImmutableList.copyOf(modules), catalog, ModuleColumn.DEFAULT, Optional.empty());
  }

  /**
   * {@return the same list with other columns than {@link ModuleColumn#DEFAULT}}
   *
   * @param newColumns the columns, in their order
   */
  public ModuleListReport withColumns(List<ModuleColumn> newColumns) {
    return new ModuleListReport(modules, catalog, ImmutableList.copyOf(newColumns), version);
  }

  /**
   * {@return the same list, in whose columns are only the facts that hold for a version}
   *
   * @param newVersion a release, a branch or trunk
   */
  public ModuleListReport on(ProsodyVersion newVersion) {
    return new ModuleListReport(modules, catalog, columns, Optional.of(newVersion));
  }

  /** {@return a table, and below it how many modules of the catalogue it has} */
  public String toText() {
    int all = catalog.modules().size();
    if (modules.isEmpty()) {
      return "None of the " + all + " modules matches these filters.\n";
    }
    Table table = new Table();
    for (ImmutableList<String> row : rows(name -> name.toUpperCase(Locale.ROOT), Joined::commas)) {
      table.row(row.toArray(String[]::new));
    }
    int count = modules.size();
    return table
        + "\n"
        + (count == all ? all + " modules" : count + " of " + all + " modules")
        + "\n";
  }

  private ImmutableList<ImmutableList<String>> rows(
      UnaryOperator<String> heading, Function<List<String>, String> joined) {
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    rows.add(
        columns.stream()
            .map(column -> heading.apply(column.toString()))
            .collect(toImmutableList()));
    for (ModuleEntry entry : modules) {
      rows.add(
          columns.stream()
              .map(column -> joined.apply(column.values(entry, catalog.knowledge(), version)))
              .collect(toImmutableList()));
    }
    return rows.build();
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

  /** {@return records of the columns' names, and of the values in each, with semicolons between} */
  public ImmutableList<ImmutableList<String>> toRecords() {
    return rows(name -> name, Joined::semicolons);
  }
}
