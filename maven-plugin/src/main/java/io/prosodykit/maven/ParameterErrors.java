package io.prosodykit.maven;

import io.prosodykit.catalog.ProsodyKitException;
import io.prosodykit.scaffold.InvalidSpecException;
import io.prosodykit.text.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** What is wrong with a goal's parameters, all of it at once. */
final class ParameterErrors {
  /** The most mistakes that a message has. */
  private static final int MOST = 100;

  /** The most characters of a line of a message. */
  private static final int LONGEST = 2_000;

  private final List<String> found = new ArrayList<>();
  private final List<String> advice = new ArrayList<>();

  void add(String mistake) {
    found.add(mistake);
  }

  /** Adds to the end of the message what to do about a mistake. */
  void advise(String line) {
    advice.add(line);
  }

  /** Reads a parameter's text; empty without a text, and after a mistake. */
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

  /** Reads each text of a list, without those that are blank and those that say the same again. */
  <T> List<T> readAll(String parameter, List<@Nullable String> texts, Function<String, T> reader) {
    Set<T> values = new LinkedHashSet<>();
    for (String text : texts) {
      if (text != null && !text.isBlank()) {
        read(parameter, text.strip(), reader).ifPresent(values::add);
      }
    }
    return List.copyOf(values);
  }

  /** Reads each text of a list that may not be empty; the example shows what it could have. */
  <T> List<T> readSome(
      String parameter, List<@Nullable String> texts, String example, Function<String, T> reader) {
    int before = found.size();
    List<T> values = readAll(parameter, texts, reader);
    if (values.isEmpty() && found.size() == before) {
      add(parameter + ": name at least one, as in -D" + parameter + "=" + example);
    }
    return values;
  }

  /** Fails if there is a mistake. */
  void check() throws MojoFailureException {
    if (!found.isEmpty()) {
      throw failure();
    }
  }

  /** The failure that names every mistake. */
  MojoFailureException failure() {
    List<String> lines = new ArrayList<>();
    if (found.size() > 1) {
      lines.add(found.size() + " mistakes:");
    }
    for (String mistake : found.subList(0, Math.min(found.size(), MOST))) {
      mistake.lines().forEach(line -> lines.add(VisibleText.brief(line, LONGEST)));
    }
    if (found.size() > MOST) {
      lines.add("and " + (found.size() - MOST) + " more");
    }
    lines.addAll(advice);
    return new MojoFailureException(VisibleText.lines(String.join("\n", lines)));
  }
}
