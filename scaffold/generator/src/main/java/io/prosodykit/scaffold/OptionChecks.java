package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a single option. */
final class OptionChecks {
  private OptionChecks() {}

  /** {@return what is wrong with an option} */
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
    if (value instanceof Long number) {
      return LuaText.objection(number).map(objection -> "default " + number + " " + objection);
    }
    if (value instanceof Double number) {
      return LuaText.objection(number).map(objection -> "default " + number + " " + objection);
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
}
