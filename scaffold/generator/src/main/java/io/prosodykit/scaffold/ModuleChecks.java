package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Checks a module as a whole: whether its values fit each other, its recipe and the catalogue. */
final class ModuleChecks {
  private final ModuleSpecBuilder module;

  private ModuleChecks(ModuleSpecBuilder module) {
    this.module = module;
  }

  /** {@return all problems, including those of single values} */
  static ImmutableList<SpecProblem> of(ModuleSpecBuilder module) {
    ModuleChecks checks = new ModuleChecks(module);
    Map<String, Optional<String>> byField = new LinkedHashMap<>(module.checked);
    byField.computeIfPresent("name", (field, problem) -> problem.or(checks::takenName));
    byField.put("options", RecipeChecks.options(module.recipe, module.name, module.options));
    byField.putAll(PartChecks.of(module));
    byField.put("targets", RecipeChecks.targets(module.recipe, module.targets));
    if (module.namespace.isPresent() && !module.recipe.namespaced()) {
      byField.put(
          "namespace",
          Optional.of("modules of the recipe " + module.recipe + " have no namespace: omit it"));
    }
    ImmutableList.Builder<SpecProblem> problems = ImmutableList.builder();
    problems.addAll(module.failedEdits);
    byField.forEach(
        (field, problem) ->
            problem.ifPresent(message -> problems.add(new SpecProblem(field, message))));
    return problems.build();
  }

  private Optional<String> takenName() {
    return module.catalogNameAllowed
        ? Optional.empty()
        : module
            .catalog
            .find(module.name)
            .map(
                existing ->
                    "the catalogue has a module %s (%s, layer %s): choose another name, or allow this one to replace it"
                        .formatted(existing.name(), existing.purpose(), existing.layer().id()));
  }
}
