package io.prosodykit.scaffold;

import io.prosodykit.text.VisibleText;
import java.util.Locale;

/**
 * One change that a {@link Journal} makes in place.
 *
 * @param kind what is done
 * @param path where, relative to the target directory, with slashes
 */
record Step(Kind kind, String path) {
  enum Kind {
    MKDIR,
    CREATE,
    REPLACE,
    DELETE
  }

  /**
   * Reads what {@link #toString} prints, for example {@code create mod_x/README.md}.
   *
   * @throws IllegalArgumentException if it is not that
   */
  static Step parse(String line) {
    for (Kind kind : Kind.values()) {
      if (line.startsWith(word(kind) + " ")) {
        return new Step(kind, line.substring(word(kind).length() + 1));
      }
    }
    throw new IllegalArgumentException(
        "its plan has the line \"%s\"".formatted(VisibleText.brief(line)));
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return word(kind) + " " + path;
  }
}
