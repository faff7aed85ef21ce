package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.problem.ProsodyKitException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads texts of {@link ModuleSpecParameters}, and collects what is wrong with each of them. */
final class ParameterReader {
  private final ImmutableMap<String, String> texts;
  private final List<SpecProblem> problems = new ArrayList<>();

  ParameterReader(ImmutableMap<String, String> texts) {
    this.texts = texts;
  }

  <T> void each(String parameter, Function<String, ? extends List<T>> reader, Consumer<T> adder) {
    read(parameter, reader).ifPresent(values -> values.forEach(adder));
  }

  <T> Optional<T> read(String parameter, Function<String, T> reader) {
    String text = texts.get(parameter);
    return text == null ? Optional.empty() : read(parameter, text, reader);
  }

  <T> Optional<T> read(String parameter, String text, Function<String, T> reader) {
    try {
      return Optional.of(reader.apply(text));
    } catch (InvalidSpecException e) {
      e.problems().forEach(problem -> add(parameter, problem.message()));
    } catch (IllegalArgumentException | ProsodyKitException e) {
      String.valueOf(e.getMessage()).lines().forEach(line -> add(parameter, line));
    }
    return Optional.empty();
  }

  Optional<ModuleSpec> build(ModuleSpecBuilder spec) {
    try {
      return Optional.of(spec.build());
    } catch (InvalidSpecException e) {
      e.problems().forEach(problem -> add(parameter(problem.field()), problem.message()));
      return Optional.empty();
    }
  }

  /** The parameter that sets a field of {@link ModuleSpecBuilder}. */
  private static String parameter(String field) {
    return switch (field) {
      case "name" -> "module";
      case "version" -> "moduleVersion";
      case "specifications" -> "xeps";
      default -> field;
    };
  }

  private void add(String parameter, String message) {
    problems.add(new SpecProblem(parameter, message));
  }

  /**
   * Checks that all texts could be read.
   *
   * @throws InvalidSpecException with all problems, if there are any
   */
  void check() {
    if (!problems.isEmpty()) {
      throw new InvalidSpecException("module", problems);
    }
  }
}
