package io.prosodykit.config;

import io.prosodykit.lua.LuaText;
import java.util.Locale;
import java.util.Optional;

/**
 * A section of Prosody's configuration.
 *
 * @param host the name of the host; {@code *} for the global section
 * @param component the module of a component; empty for a virtual host and the global section
 */
public record ConfigSection(String host, Optional<String> component) {
  /**
   * Makes a section.
   *
   * @param host the name of the host, which Prosody converts to lower case
   * @param component the module of a component
   */
  public ConfigSection {
    host = host.toLowerCase(Locale.ROOT);
  }

  /** What is set before the first host, for the whole server. */
  public static final ConfigSection GLOBAL = new ConfigSection("*", Optional.empty());

  /**
   * Makes the section of a virtual host.
   *
   * @param host its name
   * @return the section
   */
  public static ConfigSection host(String host) {
    return new ConfigSection(host, Optional.empty());
  }

  /**
   * Makes the section of a component.
   *
   * @param host its name
   * @param module the module that serves it
   * @return the section
   */
  public static ConfigSection component(String host, String module) {
    return new ConfigSection(host, Optional.of(module));
  }

  /** {@return whether this is the section of a component} */
  public boolean isComponent() {
    return component.isPresent();
  }

  /** {@return whether this is the section of a virtual host} */
  public boolean isVirtualHost() {
    return !isComponent() && !equals(GLOBAL);
  }

  /** {@return the line that opens the section, which the global one does not have} */
  public String opening() {
    if (component.isPresent()) {
      return "Component " + LuaText.quote(host) + " " + LuaText.quote(component.get());
    }
    return "VirtualHost " + LuaText.quote(host);
  }

  /** Prints it as a message names it. */
  @Override
  public String toString() {
    return equals(GLOBAL) ? "the global section" : opening();
  }
}
