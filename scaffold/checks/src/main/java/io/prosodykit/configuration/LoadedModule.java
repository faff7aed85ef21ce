package io.prosodykit.configuration;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;

/**
 * A module that a release loads on a host.
 *
 * @param name its name, without {@code mod_}
 * @param reason why it is loaded, for example {@code modules_enabled at prosody.cfg.lua:4}, {@code
 *     loaded on every host} or {@code the default of authentication}
 * @since 0.1.0
 */
public record LoadedModule(String name, String reason) {
  @JsonValue
  ImmutableMap<String, Object> document() {
    return ImmutableMap.of("name", name, "reason", reason);
  }
}
