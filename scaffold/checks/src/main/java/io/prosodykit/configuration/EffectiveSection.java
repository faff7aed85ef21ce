package io.prosodykit.configuration;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.util.Optional;

/**
 * A section of a configuration, from all places that set its options.
 *
 * @param host the name of the host in the form that the server compares, in lower case for example;
 *     {@code *} for the global section
 * @param enabled whether the server starts the host: it does unless {@code enabled = false}, here
 *     or in the global section
 * @param options its own options by name. They include those that a server sets itself: {@code
 *     defined} of a virtual host, {@code component_module} and {@code load_global_modules} of a
 *     component
 * @since 0.1.0
 */
public record EffectiveSection(
    String host, boolean enabled, ImmutableList<EffectiveOption> options) {
  /** The name of the global section. */
  static final String GLOBAL = "*";

  /** What every virtual host has, so that it exists. */
  static final String DEFINED = "defined";

  /** {@return whether it is the section outside all hosts} */
  public boolean isGlobal() {
    return host.equals(GLOBAL);
  }

  /** {@return the module of a component; empty for a virtual host and the global section} */
  public Optional<String> component() {
    return option("component_module").flatMap(option -> option.value().text());
  }

  /**
   * {@return an option that the section sets itself}
   *
   * @param name its name
   */
  public Optional<EffectiveOption> option(String name) {
    return options.stream().filter(option -> option.name().equals(name)).findFirst();
  }

  /** {@return the line that opens the section; the global one has none} */
  @Override
  public String toString() {
    return isGlobal()
        ? "the global section"
        : component()
            .map(module -> "Component \"" + host + "\" \"" + module + "\"")
            .orElse("VirtualHost \"" + host + "\"");
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("host", host);
    component().ifPresent(module -> fields.put("component", module));
    fields.put("enabled", enabled);
    fields.put("options", Lists.transform(options, EffectiveOption::document));
    return fields.buildOrThrow();
  }
}
