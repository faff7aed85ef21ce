package io.prosodykit.scaffold;

import io.prosodykit.evidence.TargetRange;
import io.prosodykit.version.VersionRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** {@return what is wrong with the options that a module adds to those of its recipe, if any} */
  static Optional<String> options(Recipe recipe, String module, List<OptionSpec> given) {
    List<String> problems = PartChecks.repeated("option", given, OptionSpec::name);
    for (OptionSpec own : recipe.options(module)) {
      given.stream()
          .filter(other -> other.name().equals(own.name()) && other.type() != own.type())
          .map(other -> "option %s of the recipe is a %s".formatted(own.name(), own.type().title()))
          .forEach(problems::add);
      given.stream()
          .filter(other -> other.name().equals(own.name()) && other.type() == own.type())
          .filter(other -> !Set.copyOf(other.choices()).equals(Set.copyOf(own.choices())))
          .map(
              other ->
                  "option %s of the recipe is one of %s"
                      .formatted(own.name(), String.join(", ", own.choices())))
          .forEach(problems::add);
    }
    List<String> reserved = recipe.reservedOptions(module);
    given.stream()
        .map(OptionSpec::name)
        .filter(reserved::contains)
        .map(name -> "option %s is reserved by the recipe: choose another name".formatted(name))
        .forEach(problems::add);
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
  }

  static Optional<String> targets(Recipe recipe, VersionRange targets) {
    try {
      var unused = TargetRange.of(targets);
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
