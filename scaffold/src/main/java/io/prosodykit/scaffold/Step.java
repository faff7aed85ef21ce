package io.prosodykit.scaffold;

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

  /** Reads what {@link #toString} prints, for example {@code create mod_x/README.md}. */
  static Step parse(String line) {
    int space = line.indexOf(' ');
    if (space < 0) {
      throw new IllegalArgumentException("not a step of a journal: " + line);
    }
    return new Step(
        Kind.valueOf(line.substring(0, space).toUpperCase(Locale.ROOT)), line.substring(space + 1));
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + path;
  }
}
