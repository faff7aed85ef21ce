package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.Stability;
import io.prosodykit.specification.RfcRef;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.specification.XepRef;
import io.prosodykit.text.EnumNames;
import io.prosodykit.text.VisibleText;
import io.prosodykit.version.VersionRange;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes a specification as JSON, without what its recipe already defines. */
final class SpecJson {
  private SpecJson() {}

  static Map<String, Object> of(ModuleSpec spec) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", spec.name());
    json.put("recipe", spec.recipe().id());
    json.put("summary", spec.summary());
    json.put("description", spec.description());
    json.put("author", spec.author());
    json.put("version", spec.version());
    json.put("layer", spec.layer().id());
    json.put("stability", spec.stability().id());
    json.put("targets", spec.targets().toString());
    spec.namespace().ifPresent(namespace -> json.put("namespace", namespace));
    json.put("catalogNameAllowed", spec.catalogNameAllowed());
    json.put("specifications", spec.specifications().stream().map(Object::toString).toList());
    ImmutableList<OptionSpec> own = spec.recipe().options(spec.name());
    json.put(
        "options",
        spec.options().stream()
            .filter(option -> !own.contains(option))
            .map(SpecJson::option)
            .toList());
    json.put(
        "dependencies",
        spec.dependencies().stream()
            .map(needed -> ImmutableMap.of("module", needed.module(), "soft", needed.soft()))
            .toList());
    json.put("features", spec.features());
    json.put(
        "permissions",
        spec.permissions().stream()
            .map(
                permission ->
                    ImmutableMap.of("action", permission.action(), "role", permission.role()))
            .toList());
    json.put(
        "stores",
        spec.stores().stream()
            .map(
                store ->
                    ImmutableMap.of("name", store.name(), "type", EnumNames.written(store.type())))
            .toList());
    json.put("hooks", spec.hooks().stream().map(SpecJson::hook).toList());
    return json;
  }

  private static Map<String, Object> option(OptionSpec option) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", option.name());
    json.put("type", EnumNames.written(option.type()));
    json.put(
        "default",
        option.defaultValue() instanceof Duration period
            ? period.toSeconds()
            : option.defaultValue());
    if (!option.choices().isEmpty()) {
      json.put("choices", option.choices());
    }
    json.put("description", option.description());
    return json;
  }

  private static Map<String, Object> hook(HookSpec hook) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("event", hook.event());
    json.put("priority", hook.priority());
    json.put("global", hook.global());
    hook.permission().ifPresent(permission -> json.put("permission", permission));
    return json;
  }

  /**
   * Reads what {@link #of} wrote.
   *
   * @throws IllegalArgumentException if a value is missing or has the wrong type
   * @throws InvalidSpecException if a value is invalid
   */
  static ModuleSpecBuilder read(Object document, TemplateSet templates) {
    Fields json = new Fields(document);
    ModuleSpecBuilder spec =
        ModuleSpec.builder(json.text("name"), recipe(json.text("recipe"), templates));
    spec.summary(json.text("summary")).description(json.text("description"));
    spec.author(json.text("author")).version(json.text("version"));
    spec.layer(Layer.parse(json.text("layer"))).stability(Stability.parse(json.text("stability")));
    spec.targets(VersionRange.parse(json.text("targets")));
    spec.allowCatalogName(json.bool("catalogNameAllowed"));
    json.find("namespace").ifPresent(namespace -> spec.namespace(namespace.toString()));
    json.list("specifications").forEach(text -> spec.addSpecification(specification(text)));
    json.list("options").forEach(option -> spec.addOption(readOption(new Fields(option))));
    for (Object item : json.list("dependencies")) {
      Fields needed = new Fields(item);
      spec.addDependency(new DependencySpec(needed.text("module"), needed.bool("soft")));
    }
    json.list("features").forEach(feature -> spec.addFeature(feature.toString()));
    for (Object item : json.list("permissions")) {
      Fields permission = new Fields(item);
      spec.addPermission(new PermissionSpec(permission.text("action"), permission.text("role")));
    }
    for (Object item : json.list("stores")) {
      Fields store = new Fields(item);
      spec.addStore(
          new StoreSpec(
              store.text("name"),
              EnumNames.parse("type", StoreSpec.Type.class, store.text("type"))));
    }
    for (Object item : json.list("hooks")) {
      Fields hook = new Fields(item);
      spec.addHook(
          new HookSpec(
              hook.text("event"),
              hook.integer("priority"),
              hook.bool("global"),
              hook.find("permission").map(Object::toString)));
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

  private static SpecRef specification(Object text) {
    return text.toString().startsWith("XEP")
        ? XepRef.parse(text.toString())
        : RfcRef.parse(text.toString());
  }

  private static OptionSpec readOption(Fields json) {
    String name = json.text("name");
    OptionSpec option =
        switch (EnumNames.parse("type", OptionSpec.Type.class, json.text("type"))) {
          case STRING -> OptionSpec.string(name, json.text("default"));
          case BOOLEAN -> OptionSpec.bool(name, json.bool("default"));
          case INTEGER -> OptionSpec.integer(name, json.number("default"));
          case NUMBER -> OptionSpec.number(name, json.real("default"));
          case LIST -> OptionSpec.list(name, json.texts("default"));
          case CHOICE -> {
            String[] choices = json.texts("choices");
            yield OptionSpec.choice(name, json.text("default"), choices);
          }
          case PERIOD -> OptionSpec.period(name, Duration.ofSeconds(json.number("default")));
        };
    return option.withDescription(json.text("description"));
  }

  /** The fields of an object, which must have the expected types. */
  private static final class Fields {
    private final Map<?, ?> fields;

    Fields(Object document) {
      if (!(document instanceof Map<?, ?> map)) {
        throw new IllegalArgumentException(
            "expected an object, not " + VisibleText.brief(document.toString()));
      }
      this.fields = map;
    }

    Optional<Object> find(String name) {
      return Optional.ofNullable(fields.get(name));
    }

    String text(String name) {
      return value(name, String.class);
    }

    boolean bool(String name) {
      return value(name, Boolean.class);
    }

    long number(String name) {
      return value(name, Long.class);
    }

    int integer(String name) {
      long number = number(name);
      if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "the field \"%s\" must be between %d and %d, but is %d"
                .formatted(name, Integer.MIN_VALUE, Integer.MAX_VALUE, number));
      }
      return (int) number;
    }

    double real(String name) {
      return value(name, Number.class).doubleValue();
    }

    List<?> list(String name) {
      return value(name, List.class);
    }

    String[] texts(String name) {
      return list(name).stream().map(Object::toString).toArray(String[]::new);
    }

    private <T> T value(String name, Class<T> type) {
      Object value = fields.get(name);
      if (!type.isInstance(value)) {
        throw new IllegalArgumentException(
            "the field \"%s\" must be a %s, but is %s"
                .formatted(
                    name,
                    type.getSimpleName(),
                    value == null ? "missing" : VisibleText.brief(value.toString())));
      }
      return type.cast(value);
    }
  }
}
