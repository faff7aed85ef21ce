package io.prosodykit.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The name of an item that a module provides to the server: {@code storage = "sql"} in a
 * configuration means the item {@code sql} of the kind {@code storage}.
 *
 * @param name the name that the module's source gives it, or else the one that Prosody derives from
 *     the module's name, {@code sql} for {@code storage_sql}
 * @param type the kind of the item, for example {@code storage}, {@code auth} or {@code net}
 * @since 0.1.0
 */
public record ProvidedName(
    @JsonProperty(required = true) String name, @JsonProperty(required = true) String type) {
  /**
   * {@return the name that Prosody gives to an item without one: the module's without the kind}
   *
   * @param module the module's name without {@code mod_}
   * @param type the kind of the item, for example {@code storage}
   */
  public static String byDefault(String module, String type) {
    String prefix = type.replace('-', '_') + "_";
    return module.startsWith(prefix) ? module.substring(prefix.length()) : module;
  }
}
