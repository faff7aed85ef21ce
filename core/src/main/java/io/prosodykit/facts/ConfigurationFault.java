package io.prosodykit.facts;

/**
 * Why a module does not work as a configuration loads it.
 *
 * @param module the module, without {@code mod_}
 * @param section the section that loads it, as it is written: {@code VirtualHost "example.org"}
 * @param message what is wrong, and what to do, as a clause without a full stop that follows the
 *     name of the module: {@code does not work without the option turn_external_secret; set it}
 * @param isError whether the server logs an error about it
 * @since 0.1.0
 */
public record ConfigurationFault(String module, String section, String message, boolean isError) {
  /** Prints the module, the section, and the message. */
  @Override
  public String toString() {
    return module + " in " + section + " " + message;
  }
}
