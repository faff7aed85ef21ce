package io.prosodykit.compliance;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A specification that a server implements.
 *
 * @since 0.1.0
 */
public final class Implementation {
  private final SpecRef specification;
  private final ProsodyVersion version;
  private final boolean builtIn;
  private final ImmutableList<String> modules;

  Implementation(
      SpecRef specification,
      ProsodyVersion version,
      boolean builtIn,
      ImmutableList<String> modules) {
    this.specification = specification;
    this.version = version;
    this.builtIn = builtIn;
    this.modules = modules;
  }

  /** {@return a XEP or an RFC} */
  public SpecRef specification() {
    return specification;
  }

  /** {@return the version of Prosody that the server runs} */
  public ProsodyVersion version() {
    return version;
  }

  /**
   * {@return whether Prosody does what it asks of a server without a module that has to be enabled}
   */
  public boolean builtIn() {
    return builtIn;
  }

  /**
   * {@return the server's modules that implement it, any of which is enough, in the order in which
   * they were given; empty only for what is built in}
   */
  public ImmutableList<String> modules() {
    return modules;
  }

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

  /** Whether it does not depend on one of some modules. */
  boolean isSure(Set<String> conditional) {
    return builtIn || !conditional.containsAll(modules);
  }

  private List<Object> parts() {
    return List.of(specification, version, builtIn, modules);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Implementation that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
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

  @JsonValue
  ImmutableMap<String, Object> document() {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("specification", specification).put("title", specification.title().orElse(""));
    fields.put("builtIn", builtIn).put("modules", modules).put("status", status().toString());
    statement()
        .ifPresent(
            said -> {
              said.version().ifPresent(written -> fields.put("version", written));
              said.since().ifPresent(release -> fields.put("since", release));
            });
    return fields.buildOrThrow();
  }
}
