package io.prosodykit.catalog;

import io.prosodykit.facts.ConfiguredHost;
import io.prosodykit.version.ProsodyVersion;
import java.util.Collection;

/**
 * Computes the coverage of servers whose configuration is known.
 *
 * @since 0.1.0
 */
public final class ConfiguredCoverage {
  private ConfiguredCoverage() {}

  /**
   * Computes what a server covers.
   *
   * @param catalog what is known
   * @param version the version of Prosody: a release, a branch or trunk
   * @param modules the modules of the server, with or without {@code mod_}
   * @param hosts the hosts of its configuration
   * @return what the modules cover that work as the hosts load them; a module that no host loads is
   *     assumed to work
   */
  public static Coverage of(
      ModuleCatalog catalog,
      ProsodyVersion version,
      Iterable<String> modules,
      Collection<ConfiguredHost> hosts) {
    return CoverageCalculator.of(catalog, version).coverage(modules, hosts);
  }
}
