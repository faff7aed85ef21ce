package io.prosodykit.busted;

import com.fasterxml.jackson.annotation.JsonValue;
import io.prosodykit.text.EnumNames;

/**
 * What runs specs.
 *
 * @since 0.1.0
 */
public enum SpecRunner {
  /** The Lua 5.1 or 5.4 that comes with the library, which needs nothing from the machine. */
  EMBEDDED,
  /** The machine's own busted, with its own Lua. */
  BUSTED;

  /**
   * Reads a runner.
   *
   * @param text {@code embedded} or {@code busted}, in any case
   * @return the runner
   * @throws IllegalArgumentException for any other text; the message names all runners
   */
  public static SpecRunner parse(String text) {
    return EnumNames.parse("runner", SpecRunner.class, text);
  }

  /** {@return the runner in lower case, for example {@code busted}} */
  @JsonValue
  @Override
  public String toString() {
    return EnumNames.written(this);
  }
}
