package io.prosodykit.facts;

import com.google.common.collect.ImmutableSet;

/**
 * A prefix of module names that states the kind of a module.
 *
 * @param prefix for example {@code storage_}
 * @param options the options of the configuration that name such a module without the prefix, and
 *     so load it: {@code default_storage = "sql"} loads {@code mod_storage_sql}; empty if such
 *     modules are enabled like others
 * @param perStore those of the options that may also be a table with such a name for each store:
 *     {@code storage = { archive = "sql" }}
 * @since 0.1.0
 */
public record ModulePrefix(
    String prefix, ImmutableSet<String> options, ImmutableSet<String> perStore) {
  /** {@return whether an option of the configuration, and not a list, loads such modules} */
  public boolean isLoadedByOption() {
    return !options.isEmpty();
  }

  /** {@return the kind that the prefix states, for example {@code storage}} */
  public String kind() {
    return prefix.substring(0, prefix.length() - 1);
  }
}
