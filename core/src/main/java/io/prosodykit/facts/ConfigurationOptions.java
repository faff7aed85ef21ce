package io.prosodykit.facts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Sourced;
import java.util.Optional;

/**
 * What is known about the options of Prosody's configuration, besides those that {@linkplain
 * Evidence#options() a module reads}.
 *
 * @since 0.1.0
 */
public final class ConfigurationOptions {
  private final ImmutableMap<String, Sourced<ObsoleteOption>> obsolete;
  private final ImmutableMap<String, Sourced<String>> shared;
  private final ImmutableList<Sourced<ModulePrefix>> modulePrefixes;

  ConfigurationOptions(
      ImmutableMap<String, Sourced<ObsoleteOption>> obsolete,
      ImmutableMap<String, Sourced<String>> shared,
      ImmutableList<Sourced<ModulePrefix>> modulePrefixes) {
    this.obsolete = obsolete;
    this.shared = shared;
    this.modulePrefixes = modulePrefixes;
  }

  /**
   * {@return the options that Prosody dropped or renamed, up to 13.0, sorted by name} The sources
   * are the releases whose {@code prosodyctl check config} names them.
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
   * {@return the names of the options that belong to no single module, sorted: the server itself
   * reads them, or several of its modules do} The sources are the releases that read them.
   */
  public ImmutableList<Sourced<String>> shared() {
    return shared.values().asList();
  }

  /**
   * {@return whether an option belongs to no single module}
   *
   * @param name for example {@code admins}
   */
  public boolean isShared(String name) {
    return shared.containsKey(name);
  }

  /**
   * {@return the prefixes of module names that state the kind of a module, for example {@code
   * auth_}} The names of its options omit them: {@code auth_ldap} reads {@code ldap_server}. The
   * sources contain modules with such names.
   */
  public ImmutableList<Sourced<ModulePrefix>> modulePrefixes() {
    return modulePrefixes;
  }
}
