package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.scaffold.template.Fragment;
import io.prosodykit.text.EnumNames;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that templates may use for the parts that a specification adds to its recipe. */
final class PartsView {
  private final ModuleSpec spec;

  PartsView(ModuleSpec spec) {
    this.spec = spec;
  }

  void put(ImmutableMap.Builder<String, Object> names) {
    names.put("dependencies", spec.dependencies().stream().map(PartsView::dependency).toList());
    names.put("features", spec.features().stream().map(PartsView::feature).toList());
    names.put("permissions", spec.permissions().stream().map(this::permission).toList());
    names.put("stores", spec.stores().stream().map(PartsView::store).toList());
    names.put("hooks", spec.hooks().stream().map(hook -> new HookView(hook).names()).toList());
    names.put("withModules", new Fragment(withModules()));
    names.put("hasDependencies", !spec.dependencies().isEmpty());
    names.put(
        "asksHosts",
        spec.recipe().global() && spec.dependencies().stream().anyMatch(DependencySpec::soft));
    names.put("hasFeatures", !spec.features().isEmpty());
    names.put("hasPermissions", !spec.permissions().isEmpty());
    names.put("hasStores", !spec.stores().isEmpty());
    names.put("hasHooks", !spec.hooks().isEmpty());
  }

  /**
   * Returns further settings of the test double, as fields of a table or nothing: the modules that
   * the module uses, and permissions for everybody if a hook requires one, so that it does not
   * interfere with the recipe's own specs.
   */
  private String withModules() {
    String fields =
        Stream.concat(
                spec.recipe().modules().stream(),
                spec.dependencies().stream()
                    .filter(needed -> !needed.soft())
                    .map(DependencySpec::module))
            .distinct()
            .map(module -> module + " = {}")
            .collect(Collectors.joining(", "));
    boolean asks = spec.hooks().stream().anyMatch(hook -> hook.permission().isPresent());
    return (fields.isEmpty() ? "" : ", modules = { " + fields + " }")
        + (asks ? ", everybody_may = true" : "");
  }

  private static Map<String, Object> dependency(DependencySpec dependency) {
    return Map.of("dependency", new Fragment(dependency.module()), "soft", dependency.soft());
  }

  private static Map<String, Object> feature(String feature) {
    return Map.of("feature", feature, "featureShown", new Fragment("`" + feature + "`"));
  }

  private Map<String, Object> permission(PermissionSpec permission) {
    String action = permission.action();
    return Map.of(
        "action",
        new Fragment(action),
        "role",
        new Fragment(permission.role()),
        "may",
        new Fragment("may_" + action.replace('-', '_')),
        "isAsked",
        spec.hooks().stream()
            .anyMatch(hook -> hook.permission().filter(action::equals).isPresent()));
  }

  private static Map<String, Object> store(StoreSpec store) {
    String type = EnumNames.written(store.type());
    return Map.of("store", new Fragment(store.name()), "storeType", new Fragment(type));
  }
}
