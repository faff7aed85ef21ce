package io.prosodykit.config;

import io.prosodykit.lua.LuaText;
import java.util.Locale;
import java.util.Optional;

/**
 * A section of Prosody's configuration.
 *
 * @param host the name of the host; {@code *} for the global section
 * @param component the module of a component; empty for a virtual host and the global section
 * @since 0.1.0
 */
public record ConfigSection(String host, Optional<String> component) {
  /**
   * Makes a section of a host. Prosody converts the name to lower case.
   *
   * @param host the name of the host; {@code *} for the global section
   * @param component the module of a component
   */
  public ConfigSection {
    host = host.toLowerCase(Locale.ROOT);
  }

  /** The section outside all hosts. */
  public static final ConfigSection GLOBAL = new ConfigSection("*", Optional.empty());

  /**
   * {@return the section of a virtual host}
   *
   * @param host the name of the host
   */
  public static ConfigSection host(String host) {
    return new ConfigSection(host, Optional.empty());
  }

  /**
   * {@return the section of a component}
   *
   * @param host the name of the host
   * @param module the module of the component
   */
  public static ConfigSection component(String host, String module) {
    return new ConfigSection(host, Optional.of(module));
  }

  /** {@return whether it is the section of a component} */
  public boolean isComponent() {
    return component.isPresent();
  }

  /** {@return whether it is the section of a virtual host} */
  public boolean isVirtualHost() {
    return !isComponent() && !equals(GLOBAL);
  }

  /** {@return the line that opens the section; the global one has none} */
  public String opening() {
    if (component.isPresent()) {
      return "Component " + LuaText.quote(host) + " " + LuaText.quote(component.get());
    }
    return "VirtualHost " + LuaText.quote(host);
  }

  /** Prints it as it appears in messages. */
  @Override
  public String toString() {
    return equals(GLOBAL) ? "the global section" : opening();
  }
}
