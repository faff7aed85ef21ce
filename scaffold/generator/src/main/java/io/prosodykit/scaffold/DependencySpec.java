package io.prosodykit.scaffold;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * Another module that a module uses.
 *
 * @param module the other module's name, without {@code mod_}
 * @param soft whether the module also works without the other one. A soft dependency is not loaded;
 *     the module checks for it when it is needed, because it may be loaded later
 * @since 0.1.0
 */
public record DependencySpec(String module, boolean soft) {
  /**
   * Checks the values.
   *
   * @param module the other module
   * @param soft whether the module also works without it
   * @throws InvalidSpecException if the name is not a valid module name
   */
  public DependencySpec {
    SpecValidation.require("dependency", "module", SpecValidation.moduleName(module));
  }

  /**
   * Creates a dependency without which the module cannot be loaded.
   *
   * @param module the other module's name, without {@code mod_}
   * @return the dependency
   * @throws InvalidSpecException if the name is not a valid module name
   */
  public static DependencySpec on(String module) {
    return new DependencySpec(module, false);
  }

  /**
   * Parses a comma-separated list of dependencies: {@code disco,carbons?}.
   *
   * <p>Each is the name of a module. A question mark after the name makes the dependency soft.
   *
   * @param text the dependencies; none if it is blank
   * @return the dependencies in the given order
   * @throws InvalidSpecException if any of them cannot be parsed; the exception has all problems
   */
  public static ImmutableList<DependencySpec> parseAll(String text) {
    return PartSyntax.parseAll("dependency", "dependencies", text, PartSyntax::dependency);
  }

  /** {@return a soft copy of this dependency, without which the module also works} */
  public DependencySpec softly() {
    return new DependencySpec(module, true);
  }

  @JsonValue
  Map<String, Object> document() {
    return ImmutableMap.of("module", module, "soft", soft);
  }
}
