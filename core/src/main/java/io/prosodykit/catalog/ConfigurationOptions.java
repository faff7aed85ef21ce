package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * What is known of the options of Prosody's configuration beside those that {@linkplain
 * Evidence#options() a module reads}.
 */
public final class ConfigurationOptions {
  private final ImmutableMap<String, Sourced<ObsoleteOption>> obsolete;
  private final ImmutableMap<String, Sourced<String>> shared;
  private final ImmutableList<Sourced<String>> modulePrefixes;

  ConfigurationOptions(
      ImmutableMap<String, Sourced<ObsoleteOption>> obsolete,
      ImmutableMap<String, Sourced<String>> shared,
      ImmutableList<Sourced<String>> modulePrefixes) {
    this.obsolete = obsolete;
    this.shared = shared;
    this.modulePrefixes = modulePrefixes;
  }

  /**
   * Returns the options that Prosody dropped or renamed, up to 13.0. The sources are the releases
   * whose {@code prosodyctl check config} names them.
   *
   * @return sorted by name
   */
  public ImmutableList<Sourced<ObsoleteOption>> obsolete() {
    return obsolete.values().asList();
  }

  /**
   * Finds an option that Prosody dropped or renamed.
   *
   * @param name for example {@code legacy_ssl_ports}
   * @return empty for every other option, known or not
   */
  public Optional<ObsoleteOption> findObsolete(String name) {
    Sourced<ObsoleteOption> found = obsolete.get(name);
    return found == null ? Optional.empty() : Optional.of(found.value());
  }

  /**
   * Returns the options that belong to no module: the server itself reads them, or several of its
   * modules do. The sources are the releases that read them.
   *
   * @return their names, sorted
   */
  public ImmutableList<Sourced<String>> shared() {
    return shared.values().asList();
  }

  /**
   * Tells whether an option belongs to no module.
   *
   * @param name for example {@code admins}
   * @return whether it is among the {@linkplain #shared() shared ones}
   */
  public boolean isShared(String name) {
    return shared.containsKey(name);
  }

  /**
   * Returns what the names of modules begin with that says of which kind they are. The names of
   * their options do without it: {@code auth_ldap} reads {@code ldap_server}. The sources hold
   * modules of such names.
   *
   * @return for example {@code auth_}
   */
  public ImmutableList<Sourced<String>> modulePrefixes() {
    return modulePrefixes;
  }
}
