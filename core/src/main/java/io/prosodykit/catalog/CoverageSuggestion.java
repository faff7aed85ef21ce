package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
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
 * @param requiredOptions the options that the added modules do not work without
 * @param impossible what is missing and no available module has
 * @since 0.1.0
 */
public record CoverageSuggestion(
    ImmutableList<String> add,
    ImmutableList<Component> components,
    ImmutableList<ModuleConflict> remove,
    ImmutableList<RequiredOption> requiredOptions,
    ImmutableList<SpecRef> impossible) {
  /** {@return whether there is nothing to do} */
  public boolean isEmpty() {
    return add.isEmpty() && components.isEmpty() && remove.isEmpty();
  }

  /**
   * A component.
   *
   * @param component its module: {@code Component "rooms.example.org" "muc"}
   * @param modules the modules to enable on it
   */
  public record Component(String component, ImmutableList<String> modules) {
    /** Prints the line that opens its section, and the modules. */
    @Override
    public String toString() {
      return "Component \"HOST\" \""
          + component
          + "\""
          + (modules.isEmpty() ? "" : " with " + String.join(", ", modules));
    }
  }
}
