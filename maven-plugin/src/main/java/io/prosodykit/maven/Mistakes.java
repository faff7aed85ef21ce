package io.prosodykit.maven;

import io.prosodykit.catalog.ProsodyKitException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** What is wrong with a goal's parameters, all of it at once. */
final class Mistakes {
  private final List<String> found = new ArrayList<>();

  void add(String mistake) {
    found.add(mistake);
  }

  /** Reads a parameter's text; empty without a text, and after a mistake. */
  <T> Optional<T> read(String parameter, @Nullable String text, Function<String, T> reader) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(text));
    } catch (IllegalArgumentException | ProsodyKitException e) {
      add(parameter + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Reads each text of a list without those that are blank. */
  <T> List<T> readAll(String parameter, List<@Nullable String> texts, Function<String, T> reader) {
    List<T> values = new ArrayList<>();
    for (String text : texts) {
      if (text != null && !text.isBlank()) {
        read(parameter, text.strip(), reader).ifPresent(values::add);
      }
    }
    return values;
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
    String message =
        found.size() == 1 ? found.get(0) : found.size() + " mistakes:\n" + String.join("\n", found);
    return new MojoFailureException(VisibleText.lines(message));
  }
}
