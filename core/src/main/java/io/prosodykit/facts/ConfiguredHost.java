package io.prosodykit.facts;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * What a configuration says about one host.
 *
 * @param section the section, as it is written: {@code VirtualHost "example.org"}
 * @param component the module of a component; empty for a virtual host
 * @param modules the modules that the host loads, without {@code mod_}, including that of the
 *     component
 * @param options the options that are set for it, by itself or for all hosts, including those that
 *     a condition may set
 * @param isComplete whether it has no other options; false if a file is missing that may set some
 * @since 0.1.0
 */
public record ConfiguredHost(
    String section,
    Optional<String> component,
    ImmutableSet<String> modules,
    ImmutableSet<String> options,
    boolean isComplete) {
  boolean maySet(String option) {
    return !isComplete || options.contains(option);
  }
}
