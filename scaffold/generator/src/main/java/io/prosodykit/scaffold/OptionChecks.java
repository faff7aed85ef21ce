package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.prosodykit.lua.LuaText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks options: each by itself, and those of a module together with those of its recipe. */
final class OptionChecks {
  private OptionChecks() {}

  /** Returns what is wrong with an option. */
  static List<SpecProblem> of(OptionSpec option) {
    List<SpecProblem> problems = new ArrayList<>();
    SpecValidation.name("option", option.name())
        .ifPresent(problem -> problems.add(new SpecProblem("name", problem)));
    SpecValidation.text("description", option.description())
        .ifPresent(problem -> problems.add(new SpecProblem("description", problem)));
    defaultValue(option)
        .ifPresent(problem -> problems.add(new SpecProblem("defaultValue", problem)));
    return problems;
  }

  private static Optional<String> defaultValue(OptionSpec option) {
    Object value = option.defaultValue();
    if (value instanceof Long number && !LuaText.isExact(number)) {
      return Optional.of(
          "default %d is beyond 2^53, where Lua 5.1 can no longer represent every integer"
              .formatted(number));
    }
    if (value instanceof Double number && !Double.isFinite(number)) {
      return Optional.of("default %s is not a finite number".formatted(number));
    }
    if (value instanceof Duration period
        && (period.isNegative()
            || period.isZero()
            || !Duration.ofSeconds(period.toSeconds()).equals(period))) {
      return Optional.of("default %s is not a positive number of whole seconds".formatted(period));
    }
    return texts(option).stream()
        .flatMap(text -> SpecValidation.text("default", text).stream())
        .findFirst();
  }

  private static List<String> texts(OptionSpec option) {
    if (option.defaultValue() instanceof ImmutableList<?> list) {
      return list.stream().map(String.class::cast).toList();
    }
    return option.defaultValue() instanceof String text && option.choices().isEmpty()
        ? List.of(text)
        : option.choices();
  }

  /** Returns what is wrong with the options that a module adds to those of its recipe, if any. */
  static Optional<String> of(Recipe recipe, String module, List<OptionSpec> given) {
    List<String> problems = new ArrayList<>();
    duplicates(given).ifPresent(problems::add);
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

  private static Optional<String> duplicates(List<OptionSpec> options) {
    ImmutableMultiset<String> names =
        options.stream().map(OptionSpec::name).collect(ImmutableMultiset.toImmutableMultiset());
    List<String> repeated =
        names.entrySet().stream()
            .filter(entry -> entry.getCount() > 1)
            .map(entry -> entry.getElement() + " (" + entry.getCount() + " times)")
            .toList();
    return repeated.isEmpty()
        ? Optional.empty()
        : Optional.of("options must have unique names: " + String.join(", ", repeated));
  }
}
