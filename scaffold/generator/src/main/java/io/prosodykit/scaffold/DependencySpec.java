package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;

/**
 * Another module that a module uses.
 *
 * @param module the other module's name, without {@code mod_}
 * @param soft whether the module does without it where it is not enabled. Such a module is not
 *     loaded for it; whether it is there is asked when it is needed, because it may be loaded later
 */
public record DependencySpec(String module, boolean soft) {
  /**
   * Checks the values.
   *
   * @param module the other module
   * @param soft whether the module does without it
   * @throws InvalidSpecException if the name is no name of a module
   */
  public DependencySpec {
    SpecValidation.require("dependency", "module", SpecValidation.moduleName(module));
  }

  /**
   * Makes a dependency without which the module cannot be loaded.
   *
   * @param module the other module's name, without {@code mod_}
   * @return the dependency
   * @throws InvalidSpecException if that is no name of a module
   */
  public static DependencySpec on(String module) {
    return new DependencySpec(module, false);
  }

  /**
   * Reads dependencies from one text, with commas between: {@code disco,carbons?}.
   *
   * <p>Each is the name of a module; a question mark behind it says that it is soft.
   *
   * @param text the dependencies; none if it is blank
   * @return the dependencies in their order
   * @throws InvalidSpecException if any of them cannot be read; it names all that is wrong
   */
  public static ImmutableList<DependencySpec> parseAll(String text) {
    return PartSyntax.parseAll("dependency", "dependencies", text, PartSyntax::dependency);
  }

  /**
   * Copies the dependency as one that the module can do without.
   *
   * @return the copy
   */
  public DependencySpec softly() {
    return new DependencySpec(module, true);
  }
}
