package io.prosodykit.compliance;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.prosodykit.facts.ConfigurationRules;
import io.prosodykit.facts.ModuleConflict;
import io.prosodykit.facts.RequiredOption;
import io.prosodykit.specification.SpecRef;

/**
 * Modules that cover what a server lacks, as far as there are any. Together with the server's own
 * modules, without those to remove, they are free of conflicts.
 *
 * @param add the modules to enable on the virtual hosts, in the order of what is missing
 * @param components the components to add, each with the modules to enable on it; one that the
 *     server has already only needs the modules
 * @param remove the server's modules that conflict with another one
 * @param requiredOptions the options that the added modules and the server's own do not work
 *     without, those of its own first
 * @param impossible what is missing and no available module has
 * @since 0.1.0
 */
public record CoverageSuggestion(
    ImmutableList<String> add,
    ImmutableList<Component> components,
    ImmutableList<ModuleConflict> remove,
    ImmutableList<RequiredOption> requiredOptions,
    ImmutableList<SpecRef> impossible) {
  @JsonValue
  ImmutableMap<String, Object> document() {
    return ImmutableMap.of(
        "add",
        add,
        "components",
        Lists.transform(components, Component::document),
        "remove",
        Lists.transform(remove, ModuleConflict::module),
        "requiredOptions",
        Lists.transform(requiredOptions, RequiredOption::document),
        "impossible",
        impossible);
  }

  /** {@return whether there is nothing to do} */
  public boolean isEmpty() {
    return add.isEmpty() && components.isEmpty() && remove.isEmpty() && requiredOptions.isEmpty();
  }

  /**
   * A component.
   *
   * @param component its module: {@code Component "rooms.example.org" "muc"}
   * @param modules the modules to enable on it
   */
  public record Component(String component, ImmutableList<String> modules) {
    @JsonValue
    ImmutableMap<String, Object> document() {
      return ImmutableMap.of("component", component, "modules", modules);
    }

    /** Prints the line that opens its section, and the modules. */
    @Override
    public String toString() {
      return ConfigurationRules.section(component)
          + (modules.isEmpty() ? "" : " with " + String.join(", ", modules));
    }
  }
}
