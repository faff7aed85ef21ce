package io.prosodykit.scaffold;

import io.prosodykit.text.Joined;
import io.prosodykit.text.Table;

/** What an update does to the files of a module, for people. */
final class UpdateSummary {
  private UpdateSummary() {}

  static String of(ModuleUpdate update) {
    Table table = new Table();
    update.files().forEach(file -> row(table, file));
    String changes = table.toString();
    ModuleSpec spec = update.spec();
    return changes.isEmpty()
        ? "mod_%s is up to date.\n".formatted(spec.name())
        : "mod_%s, %s for Prosody %s:\n%s"
            .formatted(
                spec.name(), spec.recipe(), Joined.commas(spec.targets().branches()), changes);
  }

  private static void row(Table table, FileUpdate file) {
    switch (file.kind()) {
      case UNCHANGED -> {}
      case ADDED -> table.row("added", file.path());
      case REPLACED -> table.row("replaced", file.path());
      case MERGED -> table.row("merged", file.path());
      case CONFLICTED -> table.row("CONFLICT", file.path());
      case DELETED -> table.row("stays deleted", file.path());
      case REMOVED -> table.row("deleted", file.path() + " (the recipe no longer has it)");
      case LEFT ->
          table.row(
              "kept",
              file.path()
                  + " (the recipe no longer has it, but you changed it: delete it yourself)");
    }
  }
}
