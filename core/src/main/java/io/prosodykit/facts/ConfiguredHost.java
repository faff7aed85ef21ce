package io.prosodykit.facts;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.Set;

/**
 * What a configuration says about one host.
 *
 * @param section the section, as it is written, which tells hosts apart: {@code VirtualHost
 *     "example.org"}
 * @param component the module of a component; empty for a virtual host
 * @param modules the modules that the host loads, without {@code mod_}, including that of the
 *     component; unmodifiable
 * @param options the options that are set for it, by itself or for all hosts, including those that
 *     a condition may set; unmodifiable
 * @param isComplete whether it has no other options; false if a file is missing that may set some
 * @since 0.1.0
 */
public record ConfiguredHost(
    String section,
    Optional<String> component,
    Set<String> modules,
    Set<String> options,
    boolean isComplete) {
  @JsonValue
  ImmutableMap<String, Object> document() {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("section", section);
    component.ifPresent(module -> fields.put("component", module));
    return fields
        .put("modules", modules)
        .put("options", options)
        .put("isComplete", isComplete)
        .buildOrThrow();
  }

  boolean maySet(String option) {
    return !isComplete || options.contains(option);
  }
}
