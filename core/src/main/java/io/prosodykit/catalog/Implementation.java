package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import io.prosodykit.version.ProsodyVersion;
import java.util.Optional;

/**
 * A specification that a server implements.
 *
 * @param specification a XEP or an RFC
 * @param version the version of Prosody that the server is
 * @param builtIn whether Prosody implements it without a module that has to be enabled
 * @param modules the server's modules that implement it, any of which is enough, in the order in
 *     which they were given; empty only for what is built in
 */
public record Implementation(
    SpecRef specification, ProsodyVersion version, boolean builtIn, ImmutableList<String> modules) {

  /**
   * Returns what Prosody itself says of the specification.
   *
   * @return empty if it says nothing, or not of this version: a community module implements the
   *     specification, or one that Prosody took over later
   */
  public Optional<DoapEntry> statement() {
    return DoapEntry.find(specification).filter(statement -> statement.isInForce(version));
  }

  /**
   * Returns how completely Prosody 13.0 says that it implements the specification.
   *
   * @return {@link DoapEntry.Status#UNSTATED} also where Prosody says nothing of this version, and
   *     where 13.0 no longer has the specification
   */
  public DoapEntry.Status status() {
    return statement()
        .map(DoapEntry::status)
        .filter(status -> status != DoapEntry.Status.REMOVED)
        .orElse(DoapEntry.Status.UNSTATED);
  }

  /** Prints {@code XEP-0198 (complete): smacks}. */
  @Override
  public String toString() {
    return specification
        + " ("
        + status()
        + "): "
        + (builtIn ? "built in" : "")
        + (builtIn && !modules.isEmpty() ? ", " : "")
        + String.join(", ", modules);
  }
}
