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
  /** Makes a section of a host, whose name Prosody takes in lower case. */
  public ConfigSection {
    host = host.toLowerCase(Locale.ROOT);
  }

  public static final ConfigSection GLOBAL = new ConfigSection("*", Optional.empty());

  public static ConfigSection host(String host) {
    return new ConfigSection(host, Optional.empty());
  }

  public static ConfigSection component(String host, String module) {
    return new ConfigSection(host, Optional.of(module));
  }

  public boolean isComponent() {
    return component.isPresent();
  }

  public boolean isVirtualHost() {
    return !isComponent() && !equals(GLOBAL);
  }

  /** The line that opens the section; the global one has none. */
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
