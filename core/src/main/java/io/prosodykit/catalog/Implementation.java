package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.version.ProsodyVersion;
import java.util.Optional;

/**
 * A specification that a server implements.
 *
 * @param specification a XEP or an RFC
 * @param version the version of Prosody that the server runs
 * @param builtIn whether Prosody implements it without a module that has to be enabled
 * @param modules the server's modules that implement it, any of which is enough, in the order in
 *     which they were given; empty only for what is built in
 */
public record Implementation(
    SpecRef specification, ProsodyVersion version, boolean builtIn, ImmutableList<String> modules) {

  /**
   * {@return what Prosody itself says about the specification; empty if it says nothing about it,
   * or nothing about this version: a community module implements the specification, or one that
   * Prosody took over later}
   */
  public Optional<DoapEntry> statement() {
    return DoapEntry.find(specification).filter(statement -> statement.isInForce(version));
  }

  /**
   * {@return how completely Prosody 13.0 says that it implements the specification; {@link
   * DoapEntry.Status#UNSTATED} also if Prosody says nothing about this version, or if 13.0 no
   * longer has the specification}
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
