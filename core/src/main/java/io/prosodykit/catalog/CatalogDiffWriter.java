package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import io.prosodykit.json.JsonOutput;
import java.io.IOException;

/** Writes what differs between two catalogues as JSON. */
final class CatalogDiffWriter {
  private CatalogDiffWriter() {}

  static String write(CatalogDiff diff) {
    return JsonOutput.document(
        out -> {
          entries("added", diff.added(), out);
          entries("removed", diff.removed(), out);
          out.array(
              "changed",
              elements -> {
                for (EntryChange change : diff.changed()) {
                  elements.object(fields -> change(change, fields));
                }
              });
        });
  }

  private static void change(EntryChange change, JsonOutput out) throws IOException {
    out.objectField("before", fields -> CatalogWriter.entry(change.before(), fields));
    out.objectField("after", fields -> CatalogWriter.entry(change.after(), fields));
    out.texts("fields", change.fields());
  }

  private static void entries(String name, ImmutableList<ModuleEntry> entries, JsonOutput out)
      throws IOException {
    out.array(
        name,
        elements -> {
          for (ModuleEntry entry : entries) {
            elements.object(fields -> CatalogWriter.entry(entry, fields));
          }
        });
  }
}
