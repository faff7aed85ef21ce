package io.prosodykit.facts;

import com.fasterxml.jackson.annotation.JsonValue;
import io.prosodykit.text.EnumNames;

/**
 * Two modules that do not work on the same host.
 *
 * @param module the module to disable, without {@code mod_}
 * @param instead the module to keep
 * @param reason why, as a clause without a full stop
 * @param by who complains about them
 * @since 0.1.0
 */
public record ModuleConflict(String module, String instead, String reason, By by) {
  /**
   * {@return the other module of the two}
   *
   * @param one one of them, without {@code mod_}
   */
  public String with(String one) {
    return one.equals(module) ? instead : module;
  }

  /** Who complains about a conflict. */
  public enum By {
    /** The server when it starts, with an error; it loads the other module. */
    SERVER,
    /** The server when it starts, with an error; it loads neither module. */
    BOTH,
    /** Only {@code prosodyctl check config}. */
    CHECK;

    /** Prints the name in lower case. */
    @JsonValue
    @Override
    public String toString() {
      return EnumNames.written(this);
    }
  }
}
