package io.prosodykit.compliance;

import com.google.common.collect.ImmutableList;
import io.prosodykit.compliance.SuiteFeature.Demand;
import io.prosodykit.data.DataFile;
import io.prosodykit.json.JsonElements;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.specification.XepRef;
import io.prosodykit.text.EnumNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the compliance suites of the catalogue data. */
final class ComplianceReader {
  private static final List<String> DOCUMENT = List.of("source", "suite", "features");
  private static final List<String> REQUIRED =
      List.of(
          "category",
          "feature",
          "specifications",
          "coreServer",
          "coreClient",
          "advancedServer",
          "advancedClient");
  private static final List<String> FEATURE =
      ImmutableList.<String>builder().addAll(REQUIRED).add("remark").build();

  private final ImmutableList.Builder<SuiteFeature> features = ImmutableList.builder();
  private String source = "";
  private String suite = "";

  private ComplianceReader() {}

  static ComplianceSuite read() {
    ComplianceReader reader = new ComplianceReader();
    DataFile.COMPLIANCE.read(DOCUMENT, reader::field);
    return new ComplianceSuite(XepRef.parse(reader.suite), reader.source, reader.features.build());
  }

  private void field(String field, JsonInput in) {
    switch (field) {
      case "source" -> source = in.text();
      case "suite" -> suite = in.text();
      default -> {
        JsonElements features = in.elements();
        while (features.next()) {
          feature(in);
        }
      }
    }
  }

  private void feature(JsonInput in) {
    ImmutableList<SpecRef> specifications = ImmutableList.of();
    Map<String, String> texts = new HashMap<>();
    JsonFields fields = in.object(FEATURE, REQUIRED);
    while (fields.next()) {
      if (fields.field().equals("specifications")) {
        specifications =
            in.texts().stream().map(SpecRef::parse).collect(ImmutableList.toImmutableList());
      } else {
        texts.put(fields.field(), in.text());
      }
    }
    features.add(
        new SuiteFeature(
            ComplianceSuite.Category.parse(texts.getOrDefault("category", "")),
            texts.getOrDefault("feature", ""),
            specifications,
            demand(texts, "coreServer"),
            demand(texts, "coreClient"),
            demand(texts, "advancedServer"),
            demand(texts, "advancedClient"),
            texts.getOrDefault("remark", "")));
  }

  private static Demand demand(Map<String, String> texts, String column) {
    return EnumNames.parse(column, Demand.class, texts.getOrDefault(column, ""));
  }
}
