package io.prosodykit.maven;

import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import java.util.List;

/** Many modules, a line each. */
final class ModuleList {
  private ModuleList() {}

  static String table(List<ModuleEntry> modules, ModuleCatalog catalog) {
    int all = catalog.modules().size();
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

  static Csv csv(List<ModuleEntry> modules) {
    Csv csv = new Csv().row("name", "layer", "stability", "purpose", "specifications");
    for (ModuleEntry entry : modules) {
      csv.row(
          entry.name(),
          entry.layer().id(),
          entry.stability().id(),
          entry.purpose(),
          Joined.semicolons(entry.specifications()));
    }
    return csv;
  }
}
