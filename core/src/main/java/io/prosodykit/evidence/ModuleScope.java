package io.prosodykit.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.prosodykit.text.EnumNames;

/**
 * For what a module runs, if that is not only the host that loads it.
 *
 * @since 0.1.0
 */
public enum ModuleScope {
  /** Once, for the whole server: it calls {@code module:set_global}. */
  GLOBAL,
  /** For the whole server and for each host besides: it has {@code module.add_host}. */
  SHARED;

  /**
   * Reads a scope.
   *
   * @param text for example {@code global}
   * @return the scope
   * @throws IllegalArgumentException for any other text; the message names the scopes
   */
  @JsonCreator
  public static ModuleScope parse(String text) {
    return EnumNames.parse("scope", ModuleScope.class, text);
  }

  /** Prints the scope in lower case. */
  @Override
  @JsonValue
  public String toString() {
    return EnumNames.written(this);
  }
}
