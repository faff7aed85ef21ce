package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a specification as JSON, without what its recipe already defines. */
final class SpecDocument {
  private SpecDocument() {}

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
            .map(OptionSpec::document)
            .toList());
    json.put("dependencies", spec.dependencies().stream().map(DependencySpec::document).toList());
    json.put("features", spec.features());
    json.put("permissions", spec.permissions().stream().map(PermissionSpec::document).toList());
    json.put("stores", spec.stores().stream().map(StoreSpec::document).toList());
    json.put("hooks", spec.hooks().stream().map(HookSpec::document).toList());
    return json;
  }
}
