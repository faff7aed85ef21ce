package io.prosodykit.lint;

import com.fasterxml.jackson.annotation.JsonValue;
import io.prosodykit.text.EnumNames;

/**
 * How severe a finding is, the most severe first.
 *
 * @since 0.1.0
 */
public enum Severity {
  /** The module does not load or work on a target. */
  ERROR,
  /** The module may fail, or does something other than its source suggests. */
  WARNING,
  /** The module breaks a convention that helps those who run it. */
  NOTE;

  /**
   * Reads a severity.
   *
   * @param text {@code error}, {@code warning} or {@code note}, in any case
   * @return the severity
   * @throws IllegalArgumentException for any other text; the message names all severities
   */
  public static Severity parse(String text) {
    return EnumNames.parse("severity", Severity.class, text);
  }

  /** Prints the severity in lower case. */
  @JsonValue
  @Override
  public String toString() {
    return EnumNames.written(this);
  }
}
