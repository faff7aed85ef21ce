package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import io.prosodykit.json.JsonOutput;
import java.io.IOException;

/** Writes results as JSON. */
final class CompatibilityWriter {
  private CompatibilityWriter() {}

  static String write(ImmutableList<Compatibility> results) {
    return JsonOutput.document(out -> write(results, out));
  }

  static void write(ImmutableList<Compatibility> results, JsonOutput out) throws IOException {
    out.array(
        "compatibility",
        elements -> {
          for (Compatibility result : results) {
            elements.object(
                fields -> {
                  fields.field("module", result.module());
                  fields.field("version", result.version());
                  fields.field("verdict", result.verdict());
                  fields.field("policy", result.policy());
                  fields.field("evidence", result.evidence());
                  fields.field("presence", result.presence());
                  fields.texts("reasons", result.reasons());
                });
          }
        });
  }
}
