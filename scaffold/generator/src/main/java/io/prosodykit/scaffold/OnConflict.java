package io.prosodykit.scaffold;

import com.fasterxml.jackson.annotation.JsonValue;
import io.prosodykit.text.EnumNames;

/**
 * What happens to files that already exist when a scaffold is written.
 *
 * @since 0.1.0
 */
public enum OnConflict {
  /** Nothing is written, and a {@link ConflictException} lists all of them. */
  FAIL,
  /** They are kept; the other files are written. */
  SKIP,
  /** They are replaced. */
  OVERWRITE;

  /**
   * Parses a constant, ignoring case.
   *
   * @param text for example {@code skip}
   * @return the constant
   * @throws IllegalArgumentException for any other text; the message lists the constants
   */
  public static OnConflict parse(String text) {
    return EnumNames.parse("conflict rule", OnConflict.class, text);
  }

  /** {@return the constant in lower case} */
  @JsonValue
  @Override
  public String toString() {
    return EnumNames.written(this);
  }
}
