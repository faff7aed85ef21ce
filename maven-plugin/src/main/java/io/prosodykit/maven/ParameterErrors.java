package io.prosodykit.maven;

import com.google.common.base.CharMatcher;
import io.prosodykit.problem.ProsodyKitException;
import io.prosodykit.scaffold.InvalidSpecException;
import io.prosodykit.text.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** All that is wrong with a goal's parameters. */
final class ParameterErrors {
  /** The most errors in a message. */
  private static final int MOST = 100;

  /** The most characters in a line of a message. */
  private static final int LONGEST = 2_000;

  private final List<String> errors = new ArrayList<>();
  private final List<String> advice = new ArrayList<>();

  void add(String error) {
    errors.add(error);
  }

  /** Adds a hint at the end of the message. */
  void advise(String line) {
    advice.add(line);
  }

  /** Reads a parameter's text; empty without a text, and after an error. */
  <T> Optional<T> read(String parameter, @Nullable String text, Function<String, T> reader) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(text));
    } catch (InvalidSpecException e) {
      e.problems().forEach(problem -> add(parameter + ": " + problem));
      return Optional.empty();
    } catch (IllegalArgumentException | ProsodyKitException e) {
      String.valueOf(e.getMessage()).lines().forEach(line -> add(parameter + ": " + line));
      return Optional.empty();
    }
  }

  /** Reads a parameter that is a whole number. */
  <T> Optional<T> readNumber(String parameter, @Nullable String text, IntFunction<T> reader) {
    return read(parameter, text, number -> reader.apply(number(number)));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "not a whole number up to " + Integer.MAX_VALUE + ": \"" + text + "\"", e);
    }
  }

  /** {@return the texts of a list that are not blank, without the space around them} */
  static List<String> given(List<@Nullable String> texts) {
    return texts.stream()
        .flatMap(Stream::ofNullable)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** Reads each text of a list; skips those that are blank, and equal values. */
  <T> List<T> readAll(String parameter, List<@Nullable String> texts, Function<String, T> reader) {
    Set<T> values = new LinkedHashSet<>();
    for (String text : given(texts)) {
      read(parameter, text, reader).ifPresent(values::add);
    }
    return List.copyOf(values);
  }

  /** Reads each text of a list that may not be empty; the example is for the message. */
  <T> List<T> readSome(
      String parameter, List<@Nullable String> texts, String example, Function<String, T> reader) {
    int before = errors.size();
    List<T> values = readAll(parameter, texts, reader);
    if (values.isEmpty() && errors.size() == before) {
      addMissing(parameter, example);
    }
    return values;
  }

  /**
   * Reads a parameter whose reader takes all texts at once, with commas between; the example shows
   * what it could have.
   *
   * @param texts what Maven made of the list, which it splits at commas between brackets, too
   */
  <T> Optional<T> readList(
      String parameter, List<@Nullable String> texts, String example, Function<String, T> reader) {
    String text = texts.stream().filter(Objects::nonNull).collect(Collectors.joining(","));
    if (CharMatcher.whitespace().or(CharMatcher.is(',')).matchesAllOf(text)) {
      addMissing(parameter, example);
      return Optional.empty();
    }
    return read(parameter, text, reader);
  }

  private void addMissing(String parameter, String example) {
    add(parameter + ": name at least one, as in -D" + parameter + "=" + example);
  }

  /** Reads a module, whose problems name the parameters without their prefix. */
  <T> Optional<T> readModule(Supplier<T> reader) {
    try {
      return Optional.of(reader.get());
    } catch (InvalidSpecException e) {
      e.problems().forEach(problem -> add("prosody." + problem.field() + ": " + problem));
      return Optional.empty();
    }
  }

  /** Fails if there is an error. */
  void check() throws MojoFailureException {
    if (!errors.isEmpty()) {
      throw failure();
    }
  }

  /** The failure with all errors. */
  MojoFailureException failure() {
    List<String> lines = new ArrayList<>();
    if (errors.size() > 1) {
      lines.add(errors.size() + " errors:");
    }
    for (String error : errors.subList(0, Math.min(errors.size(), MOST))) {
      error.lines().forEach(line -> lines.add(VisibleText.brief(line, LONGEST)));
    }
    if (errors.size() > MOST) {
      lines.add("and " + (errors.size() - MOST) + " more");
    }
    lines.addAll(advice);
    return new MojoFailureException(VisibleText.lines(String.join("\n", lines)));
  }
}
