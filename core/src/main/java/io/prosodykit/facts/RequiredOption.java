package io.prosodykit.facts;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * What a module does not work without: one of some options.
 *
 * @param module the module, without {@code mod_}
 * @param options the options, any one of which is enough, the usual one first
 * @param otherModule a module that makes up for the options if the same host loads it
 * @since 0.1.0
 */
public record RequiredOption(
    String module, ImmutableSet<String> options, Optional<String> otherModule) {
  /** {@return the fields of its JSON object} */
  @JsonValue
  public ImmutableMap<String, Object> document() {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("module", module).put("options", options);
    otherModule.ifPresent(other -> fields.put("otherModule", other));
    return fields.buildOrThrow();
  }

  /**
   * {@return whether a host has what the module needs, or may have it}
   *
   * @param host the host
   */
  public boolean isMetBy(ConfiguredHost host) {
    return options.stream().anyMatch(host::maySet)
        || otherModule.filter(host.modules()::contains).isPresent();
  }

  /** Prints what is needed, for example {@code http_files_dir or http_path}. */
  @Override
  public String toString() {
    return String.join(" or ", options)
        + otherModule.map(other -> " or the module " + other).orElse("");
  }
}
