package io.prosodykit.scaffold;

import io.prosodykit.text.EnumNames;

/** What becomes of files that are there already when a scaffold is written. */
public enum OnConflict {
  /** Nothing is written, and a {@link ConflictException} names all of them. */
  FAIL,
  /** They stay as they are; the other files are written. */
  SKIP,
  /** They are replaced. */
  OVERWRITE;

  /**
   * Reads a constant, in any case.
   *
   * @param text for example {@code skip}
   * @return the constant
   * @throws IllegalArgumentException for any other text; the message names the constants
   */
  public static OnConflict parse(String text) {
    return EnumNames.parse("conflict rule", OnConflict.class, text);
  }

  /** Prints the constant in lower case. */
  @Override
  public String toString() {
    return EnumNames.written(this);
  }
}
