package io.prosodykit.busted;

import com.fasterxml.jackson.annotation.JsonValue;
import io.prosodykit.text.EnumNames;

/**
 * How a test ended.
 *
 * @since 0.1.0
 */
public enum SpecOutcome {
  /** All its assertions hold. */
  SUCCESS,
  /** An assertion does not hold. */
  FAILURE,
  /**
   * Something else went wrong: an error in Lua, a file that does not compile, a process that ended.
   */
  ERROR,
  /** It is marked as not written yet, and did not run. */
  PENDING;

  /**
   * Reads an outcome.
   *
   * @param text {@code success}, {@code failure}, {@code error} or {@code pending}, in any case
   * @return the outcome
   * @throws IllegalArgumentException for any other text; the message names all outcomes
   */
  public static SpecOutcome parse(String text) {
    return EnumNames.parse("outcome", SpecOutcome.class, text);
  }

  /** {@return the outcome in lower case, for example {@code failure}} */
  @JsonValue
  @Override
  public String toString() {
    return EnumNames.written(this);
  }
}
