package io.prosodykit.scaffold;

import io.prosodykit.catalog.TargetRange;
import io.prosodykit.version.VersionRange;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks a specification against its recipe; each check returns the problem, if any. */
final class RecipeChecks {
  private RecipeChecks() {}

  static Optional<String> moduleName(Recipe recipe, String name) {
    Optional<String> problem = SpecValidation.moduleName(name);
    if (problem.isEmpty() && (!name.startsWith(recipe.prefix()) || name.equals(recipe.prefix()))) {
      return Optional.of(
          "module name \"%s\" must begin with %s, or Prosody cannot find the module of recipe %s"
              .formatted(name, recipe.prefix(), recipe));
    }
    return problem;
  }

  static Optional<String> targets(Recipe recipe, VersionRange targets) {
    try {
      var unused = new TargetRange(targets);
    } catch (IllegalArgumentException e) {
      return Optional.of("targets " + targets + ": " + e.getMessage());
    }
    if (!recipe.releases().encloses(targets)) {
      String why =
          targets.branches().stream()
              .filter(branch -> !recipe.releases().contains(branch))
              .flatMap(branch -> Optional.ofNullable(recipe.remarks().get(branch)).stream())
              .map(reason -> " (" + reason + ")")
              .collect(Collectors.joining());
      return Optional.of(
          "recipe %s does not support the targets %s%s: it makes modules for Prosody %s"
              .formatted(recipe, targets, why, recipe.releases()));
    }
    return Optional.empty();
  }
}
