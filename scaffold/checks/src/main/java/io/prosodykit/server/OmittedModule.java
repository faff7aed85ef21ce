package io.prosodykit.server;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.TargetRange;

/**
 * A module that did not run because it is not for the server's release.
 *
 * @param name its name without {@code mod_}
 * @param targets the releases that it is for
 * @since 0.1.0
 */
public record OmittedModule(String name, TargetRange targets) {
  /** {@return the module, and the releases that it is for} */
  @Override
  public String toString() {
    return "mod_" + name + " is omitted: it is for Prosody " + targets;
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    return ImmutableMap.of("name", name, "targets", targets.toString());
  }
}
