package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.data.DataFile;
import io.prosodykit.json.JsonElements;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import io.prosodykit.version.VersionRange;
import java.net.URI;
import java.util.List;

/** Reads the guide's texts from the catalogue data. */
final class ReferenceGuideReader {
  private static final List<String> DOCUMENT =
      List.of(
          "layers", "stabilities", "compatibility", "developmentRules", "updateSteps", "resources");
  private static final List<String> LAYER =
      List.of("id", "title", "summary", "concerns", "documentation");
  private static final List<String> CONCERN = List.of("name", "detail");
  private static final List<String> STABILITY =
      List.of(
          "id", "title", "status", "risk", "source", "description", "variable", "enabledByDefault");
  private static final List<String> POLICY =
      List.of("versions", "statement", "stabilities", "shippedOnly");
  private static final List<String> RESOURCE = List.of("title", "address");

  private final ImmutableMap.Builder<Layer, ReferenceGuide.LayerFacts> layers =
      ImmutableMap.builder();
  private final ImmutableMap.Builder<Stability, ReferenceGuide.StabilityFacts> stabilities =
      ImmutableMap.builder();
  private final ImmutableList.Builder<ReferenceGuide.Policy> policies = ImmutableList.builder();
  private final ImmutableList.Builder<ReferenceGuide.Resource> resources = ImmutableList.builder();
  private ImmutableList<String> developmentRules = ImmutableList.of();
  private ImmutableList<String> updateSteps = ImmutableList.of();

  private ReferenceGuideReader() {}

  static ReferenceGuide read() {
    ReferenceGuideReader reader = new ReferenceGuideReader();
    DataFile.GUIDE.read(DOCUMENT, reader::field);
    return new ReferenceGuide(
        reader.layers.buildOrThrow(),
        reader.stabilities.buildOrThrow(),
        reader.policies.build(),
        reader.developmentRules,
        reader.updateSteps,
        reader.resources.build());
  }

  private void field(String field, JsonInput in) {
    switch (field) {
      case "developmentRules" -> developmentRules = in.texts();
      case "updateSteps" -> updateSteps = in.texts();
      default -> elements(field, in);
    }
  }

  private void elements(String field, JsonInput in) {
    JsonElements elements = in.elements();
    while (elements.next()) {
      switch (field) {
        case "layers" -> layer(in);
        case "stabilities" -> stability(in);
        case "compatibility" -> policy(in);
        default -> resource(in);
      }
    }
  }

  private void layer(JsonInput in) {
    String id = "";
    String title = "";
    String summary = "";
    ImmutableList<URI> documentation = ImmutableList.of();
    ImmutableList.Builder<Layer.Concern> concerns = ImmutableList.builder();
    JsonFields fields = in.object(LAYER, LAYER);
    while (fields.next()) {
      switch (fields.field()) {
        case "id" -> id = in.text();
        case "title" -> title = in.text();
        case "summary" -> summary = in.text();
        case "documentation" ->
            documentation =
                in.texts().stream().map(URI::create).collect(ImmutableList.toImmutableList());
        default -> {
          JsonElements elements = in.elements();
          while (elements.next()) {
            concerns.add(concern(in));
          }
        }
      }
    }
    layers.put(
        Layer.parse(id),
        new ReferenceGuide.LayerFacts(title, summary, concerns.build(), documentation));
  }

  private static Layer.Concern concern(JsonInput in) {
    String name = "";
    String detail = "";
    JsonFields fields = in.object(CONCERN, CONCERN);
    while (fields.next()) {
      if (fields.field().equals("name")) {
        name = in.text();
      } else {
        detail = in.text();
      }
    }
    return new Layer.Concern(name, detail);
  }

  private void stability(JsonInput in) {
    ImmutableMap.Builder<String, String> texts = ImmutableMap.builder();
    boolean enabledByDefault = false;
    JsonFields fields = in.object(STABILITY, STABILITY);
    while (fields.next()) {
      if (fields.field().equals("enabledByDefault")) {
        enabledByDefault = in.bool();
      } else {
        texts.put(fields.field(), in.text());
      }
    }
    ImmutableMap<String, String> text = texts.buildOrThrow();
    stabilities.put(
        Stability.parse(text.getOrDefault("id", "")),
        new ReferenceGuide.StabilityFacts(
            text.getOrDefault("title", ""),
            text.getOrDefault("status", ""),
            text.getOrDefault("risk", ""),
            text.getOrDefault("source", ""),
            text.getOrDefault("description", ""),
            text.getOrDefault("variable", ""),
            enabledByDefault));
  }

  private void policy(JsonInput in) {
    String versions = "";
    String statement = "";
    boolean shippedOnly = false;
    ImmutableSet<Stability> covered = ImmutableSet.of();
    JsonFields fields = in.object(POLICY, POLICY);
    while (fields.next()) {
      switch (fields.field()) {
        case "versions" -> versions = in.text();
        case "statement" -> statement = in.text();
        case "shippedOnly" -> shippedOnly = in.bool();
        default ->
            covered =
                in.texts().stream().map(Stability::parse).collect(ImmutableSet.toImmutableSet());
      }
    }
    policies.add(
        new ReferenceGuide.Policy(
            VersionRange.parse(versions), versions, statement, covered, shippedOnly));
  }

  private void resource(JsonInput in) {
    String title = "";
    String address = "";
    JsonFields fields = in.object(RESOURCE, RESOURCE);
    while (fields.next()) {
      if (fields.field().equals("title")) {
        title = in.text();
      } else {
        address = in.text();
      }
    }
    resources.add(new ReferenceGuide.Resource(title, URI.create(address)));
  }
}
