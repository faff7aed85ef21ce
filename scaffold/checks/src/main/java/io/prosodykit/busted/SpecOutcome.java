package io.prosodykit.busted;

import io.prosodykit.text.EnumNames;

/** How a test ended. */
public enum SpecOutcome {
  /** All that it asserts is so. */
  SUCCESS,
  /** An assertion does not hold. */
  FAILURE,
  /** Something else went wrong: an error in Lua, a file that does not compile, a process's end. */
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

  /** Prints the word, for example {@code failure}. */
  @Override
  public String toString() {
    return EnumNames.written(this);
  }
}
