package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.data.DataFile;
import io.prosodykit.json.JsonElements;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import io.prosodykit.text.EnumNames;
import java.util.List;

/** Reads the rules that assign modules outside the guide to layers. */
final class LayerReader {
  private static final List<String> DOCUMENT = List.of("rules", "overrides");
  private static final List<String> RULE = List.of("when", "is", "layer");
  private static final List<String> OVERRIDE = List.of("name", "layer", "because");

  static final ImmutableList<LayerRule> RULES;

  /** The modules that were reviewed and assigned to another layer than by the rules. */
  static final ImmutableMap<String, LayerAssignment> OVERRIDES;

  static {
    LayerReader data = new LayerReader();
    DataFile.LAYERS.read(DOCUMENT, data::field);
    RULES = data.rules.build();
    OVERRIDES = data.overrides.buildOrThrow();
  }

  private final ImmutableList.Builder<LayerRule> rules = ImmutableList.builder();
  private final ImmutableMap.Builder<String, LayerAssignment> overrides = ImmutableMap.builder();

  private LayerReader() {}

  private void field(String field, JsonInput in) {
    JsonElements elements = in.elements();
    while (elements.next()) {
      if (field.equals("rules")) {
        rule(in);
      } else {
        override(in);
      }
    }
  }

  private void rule(JsonInput in) {
    String when = "";
    String is = "";
    String layer = "";
    JsonFields fields = in.object(RULE, RULE);
    while (fields.next()) {
      switch (fields.field()) {
        case "when" -> when = in.text();
        case "is" -> is = in.text();
        default -> layer = in.text();
      }
    }
    rules.add(
        new LayerRule(EnumNames.parse("rule", LayerRule.When.class, when), is, Layer.parse(layer)));
  }

  private void override(JsonInput in) {
    String name = "";
    String layer = "";
    String because = "";
    JsonFields fields = in.object(OVERRIDE, OVERRIDE);
    while (fields.next()) {
      switch (fields.field()) {
        case "name" -> name = in.text();
        case "layer" -> layer = in.text();
        default -> because = in.text();
      }
    }
    overrides.put(name, new LayerAssignment(Layer.parse(layer), "reviewed: " + because));
  }
}
