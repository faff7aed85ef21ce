package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.KnowledgeLayer;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.json.JsonOutput;
import io.prosodykit.knowledge.KnowledgeFields;
import java.io.IOException;
import java.util.Optional;

/** Writes catalogues as JSON. */
final class CatalogWriter {
  private CatalogWriter() {}

  static String catalog(ImmutableList<ModuleEntry> entries, ServerFacts server) {
    return JsonOutput.document(
        out -> {
          out.field("formatVersion", CatalogReader.FORMAT_VERSION);
          out.array(
              "modules",
              modules -> {
                for (ModuleEntry entry : entries) {
                  modules.object(fields -> entry(entry, fields));
                }
              });
          Optional<KnowledgeLayer> added = server.knowledge().additions();
          if (added.isPresent()) {
            out.field("knowledge", KnowledgeFields.of(added.get(), server.additions()));
          }
        });
  }

  /** The catalogue format as an object of JSON, in which entries write themselves. */
  static ImmutableMap<String, Object> document(
      ImmutableList<ModuleEntry> entries, ServerFacts server) {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("formatVersion", CatalogReader.FORMAT_VERSION).put("modules", entries);
    server
        .knowledge()
        .additions()
        .ifPresent(added -> fields.put("knowledge", KnowledgeFields.of(added, server.additions())));
    return fields.buildOrThrow();
  }

  /** Writes the fields of an entry in the catalogue format. */
  static void entry(ModuleEntry entry, JsonOutput out) throws IOException {
    out.field("name", entry.name());
    out.field("layer", entry.layer());
    out.field("stability", entry.stability());
    out.field("purpose", entry.purpose());
    out.texts("specifications", entry.specifications());
    if (!entry.dependencies().isEmpty()) {
      out.texts("dependencies", entry.dependencies());
    }
  }
}
