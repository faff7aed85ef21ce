package io.prosodykit.configuration;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.text.EnumNames;

/**
 * A module that a release loads on a host.
 *
 * @param name its name, as the configuration or the release writes it
 * @param origin what names it
 * @param reason why it is loaded, for example {@code modules_enabled at prosody.cfg.lua:4}, {@code
 *     loaded on every host}, {@code the default of authentication} or {@code needed by muc_mam}
 * @since 0.1.0
 */
public record LoadedModule(String name, Origin origin, String reason) {
  @JsonValue
  ImmutableMap<String, Object> document() {
    return ImmutableMap.of("name", name, "origin", origin.toString(), "reason", reason);
  }

  /** What names a module. */
  public enum Origin {
    /** An option of the configuration. */
    CONFIGURATION,
    /** The release, because nothing in the configuration says otherwise. */
    RELEASE,
    /** Another module of the host, which does not run without it. */
    MODULE;

    /** Prints it in lower case. */
    @Override
    @JsonValue
    public String toString() {
      return EnumNames.written(this);
    }
  }
}
