package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.Stability;
import io.prosodykit.record.RecordFields;
import io.prosodykit.specification.RfcRef;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.specification.XepRef;
import io.prosodykit.text.EnumNames;
import io.prosodykit.version.VersionRange;
import java.time.Duration;

/** Reads a specification that {@link SpecDocument} wrote. */
final class SpecReader {
  private SpecReader() {}

  /**
   * Reads a specification.
   *
   * @throws IllegalArgumentException if a value is missing or has the wrong type
   * @throws InvalidSpecException if a value is invalid
   */
  static ModuleSpecBuilder read(RecordFields json, TemplateSet templates) {
    ModuleSpecBuilder spec =
        ModuleSpec.builder(json.text("name"), recipe(json.text("recipe"), templates));
    spec.summary(json.text("summary")).description(json.text("description"));
    spec.author(json.text("author")).version(json.text("version"));
    spec.layer(Layer.parse(json.text("layer"))).stability(Stability.parse(json.text("stability")));
    spec.targets(VersionRange.parse(json.text("targets")));
    spec.allowCatalogName(json.bool("catalogNameAllowed"));
    json.optionalText("namespace").ifPresent(spec::namespace);
    json.texts("specifications").forEach(text -> spec.addSpecification(specification(text)));
    json.objects("options").forEach(option -> spec.addOption(readOption(option)));
    for (RecordFields dependency : json.objects("dependencies")) {
      spec.addDependency(new DependencySpec(dependency.text("module"), dependency.bool("soft")));
    }
    json.texts("features").forEach(spec::addFeature);
    for (RecordFields permission : json.objects("permissions")) {
      spec.addPermission(new PermissionSpec(permission.text("action"), permission.text("role")));
    }
    for (RecordFields store : json.objects("stores")) {
      spec.addStore(
          new StoreSpec(
              store.text("name"),
              EnumNames.parse("type", StoreSpec.Type.class, store.text("type"))));
    }
    for (RecordFields hook : json.objects("hooks")) {
      spec.addHook(
          new HookSpec(
              hook.text("event"),
              hook.integer("priority"),
              hook.bool("global"),
              hook.optionalText("permission")));
    }
    return spec;
  }

  private static Recipe recipe(String id, TemplateSet templates) {
    try {
      return templates.parseRecipe(id);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          e.getMessage()
              + "; if it is a recipe from a custom template folder, specify that folder as well",
          e);
    }
  }

  private static SpecRef specification(String text) {
    return text.startsWith("XEP") ? XepRef.parse(text) : RfcRef.parse(text);
  }

  private static OptionSpec readOption(RecordFields json) {
    String name = json.text("name");
    OptionSpec option =
        switch (EnumNames.parse("type", OptionSpec.Type.class, json.text("type"))) {
          case STRING -> OptionSpec.string(name, json.text("default"));
          case BOOLEAN -> OptionSpec.bool(name, json.bool("default"));
          case INTEGER -> OptionSpec.integer(name, json.number("default"));
          case NUMBER -> OptionSpec.number(name, json.real("default"));
          case LIST -> OptionSpec.list(name, array(json.texts("default")));
          case CHOICE ->
              OptionSpec.choice(name, json.text("default"), array(json.texts("choices")));
          case PERIOD -> OptionSpec.period(name, Duration.ofSeconds(json.number("default")));
        };
    return option.withDescription(json.text("description"));
  }

  private static String[] array(ImmutableList<String> texts) {
    return texts.toArray(new String[0]);
  }
}
