package io.prosodykit.configuration;

import com.google.common.collect.Sets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options that count for a host.
 *
 * @param configuration the configuration
 * @param own the section of the host
 * @param global the options of the global section, by name, which all hosts share
 * @param options those of the host itself, by name
 */
record HostOptions(
    ServerConfiguration configuration,
    EffectiveSection own,
    Map<String, EffectiveOption> global,
    Map<String, EffectiveOption> options) {
  static HostOptions of(
      ServerConfiguration configuration,
      EffectiveSection section,
      Map<String, EffectiveOption> global) {
    return new HostOptions(configuration, section, global, byName(section));
  }

  static Map<String, EffectiveOption> byName(EffectiveSection section) {
    Map<String, EffectiveOption> options = new HashMap<>();
    section.options().forEach(option -> options.put(option.name(), option));
    return options;
  }

  Optional<EffectiveOption> find(String name) {
    return Optional.ofNullable(options.get(name)).or(() -> Optional.ofNullable(global.get(name)));
  }

  /** {@return the names of all of them} It is a view, because hosts may be many. */
  Set<String> names() {
    return Sets.union(global.keySet(), options.keySet());
  }

  /** {@return the section, as it is written} */
  String section() {
    return own.toString();
  }

  String place(EffectiveOption option) {
    return configuration.place(option);
  }
}
