package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import io.prosodykit.json.JsonOutput;
import java.io.IOException;

/** Writes results as JSON. */
final class CompatibilityWriter {
  private CompatibilityWriter() {}

  static String write(ImmutableList<Compatibility> judgements) {
    return JsonOutput.document(out -> write(judgements, out));
  }

  static void write(ImmutableList<Compatibility> judgements, JsonOutput out) throws IOException {
    out.array(
        "compatibility",
        elements -> {
          for (Compatibility judgement : judgements) {
            elements.object(
                fields -> {
                  fields.field("module", judgement.module());
                  fields.field("version", judgement.version());
                  fields.field("verdict", judgement.verdict());
                  fields.field("policy", judgement.policy());
                  fields.field("presence", judgement.presence());
                  fields.texts("reasons", judgement.reasons());
                });
          }
        });
  }
}
