package io.prosodykit.stack;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.ModuleEntry;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which modules are those of components, and which belong to the components of others.
 *
 * @param modules the modules of components, sorted
 * @param owners the module of the component by the module that belongs to it
 */
record Components(ImmutableSet<String> modules, ImmutableMap<String, String> owners) {
  private static final String MUC = "muc";
  private static final String FILE_SHARE = "http_file_share";

  static Components of(ConfigurationStack stack) {
    Set<String> modules = new TreeSet<>();
    Map<String, String> owners = new TreeMap<>();
    for (ModuleEntry entry : stack.modules()) {
      String name = entry.name();
      Optional<String> component =
          stack.targets().branches().stream()
              .flatMap(branch -> entry.server().rules().component(name, branch).stream())
              .findFirst();
      if (name.equals(FILE_SHARE) || component.equals(Optional.of(name))) {
        modules.add(name);
      } else if (component.isPresent()) {
        owners.put(name, component.get());
      } else if (name.startsWith("muc_")) {
        owners.put(name, MUC);
      }
    }
    return new Components(ImmutableSet.copyOf(modules), ImmutableMap.copyOf(owners));
  }

  /** {@return where a file lists a module; empty for the virtual hosts} */
  Optional<String> placeOf(ModuleEntry module) {
    return modules.contains(module.name())
        ? Optional.of("components")
        : Optional.ofNullable(owners.get(module.name()));
  }

  boolean hasModulesOn(String component) {
    return owners.containsValue(component);
  }

  /** {@return the first label of the name of a component, as Prosody's documentation has it} */
  static String label(String module) {
    return switch (module) {
      case MUC -> "groups";
      case FILE_SHARE -> "share";
      default -> module.replace('_', '-');
    };
  }
}
