package io.prosodykit.scaffold;

import io.prosodykit.text.VisibleText;
import java.util.Locale;

/**
 * One change that a {@link Journal} makes to the target directory.
 *
 * @param kind what to do
 * @param path the path relative to the target directory, with slashes
 */
record Step(Kind kind, String path) {
  enum Kind {
    MKDIR,
    CREATE,
    REPLACE,
    DELETE
  }

  /**
   * Parses what {@link #toString} returns, for example {@code create mod_x/README.md}.
   *
   * @throws IllegalArgumentException if the line is not a step
   */
  static Step parse(String line) {
    for (Kind kind : Kind.values()) {
      if (line.startsWith(word(kind) + " ")) {
        return new Step(kind, line.substring(word(kind).length() + 1));
      }
    }
    throw new IllegalArgumentException(
        "its plan has an unknown line, \"%s\"".formatted(VisibleText.brief(line)));
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return word(kind) + " " + path;
  }
}
