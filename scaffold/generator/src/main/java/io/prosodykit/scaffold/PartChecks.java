package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableMultiset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks that the parts that are added to a recipe fit each other and the recipe. */
final class PartChecks {
  private final ModuleSpecBuilder module;

  private PartChecks(ModuleSpecBuilder module) {
    this.module = module;
  }

  /** {@return the problems by kind of part} */
  static Map<String, Optional<String>> of(ModuleSpecBuilder module) {
    PartChecks checks = new PartChecks(module);
    Map<String, Optional<String>> problems = new LinkedHashMap<>();
    problems.put("dependencies", joined(checks.dependencies()));
    problems.put("features", joined(checks.features()));
    problems.put("permissions", joined(checks.permissions()));
    problems.put("stores", joined(checks.stores()));
    problems.put("hooks", joined(checks.hooks()));
    return problems;
  }

  private List<String> dependencies() {
    List<String> problems = repeated("dependency", module.dependencies, DependencySpec::module);
    if (module.dependencies.stream()
        .anyMatch(dependency -> dependency.module().equals(module.name))) {
      problems.add("the module cannot depend on itself: omit %s".formatted(module.name));
    }
    return problems;
  }

  private List<String> features() {
    List<String> problems = new ArrayList<>();
    module.features.forEach(feature -> SpecValidation.namespace(feature).ifPresent(problems::add));
    if (module.recipe.global() && !module.features.isEmpty()) {
      problems.add("a global module cannot advertise features: only hosts can");
    }
    return problems;
  }

  private List<String> permissions() {
    return repeated("permission", module.permissions, PermissionSpec::action);
  }

  private List<String> stores() {
    List<String> problems = repeated("store", module.stores, StoreSpec::name);
    if (module.recipe.global() && !module.stores.isEmpty()) {
      problems.add("a global module cannot have stores: Prosody 13.0 opens stores only for hosts");
    }
    return problems;
  }

  private List<String> hooks() {
    List<String> problems = new ArrayList<>();
    Set<String> actions =
        module.permissions.stream().map(PermissionSpec::action).collect(Collectors.toSet());
    for (HookSpec hook : module.hooks) {
      hook.permission()
          .filter(action -> !actions.contains(action))
          .ifPresent(
              action ->
                  problems.add(
                      "the hook of %s requires the permission \"%s\", which is not defined"
                          .formatted(hook.event(), action)));
      if (module.recipe.global() && !hook.global()) {
        problems.add(
            "a global module does not see the events of hosts: handle %s on the server, if the server fires it"
                .formatted(hook.event()));
      }
    }
    return problems;
  }

  /** {@return a problem for each name that several parts have} */
  static <T> List<String> repeated(String part, Collection<T> parts, Function<T, String> name) {
    List<String> problems = new ArrayList<>();
    ImmutableMultiset<String> names =
        parts.stream().map(name).collect(ImmutableMultiset.toImmutableMultiset());
    for (String repeated : names.elementSet()) {
      if (names.count(repeated) > 1) {
        problems.add(
            "%s %s is defined %d times: keep one".formatted(part, repeated, names.count(repeated)));
      }
    }
    return problems;
  }

  private static Optional<String> joined(List<String> problems) {
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
  }
}
