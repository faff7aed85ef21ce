package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import io.prosodykit.module.LuaValue;
import java.util.Locale;

/**
 * A service that a module listens for, in the terms of Prosody's port manager.
 *
 * @param prefix the prefix of the options of its ports: {@code greeter} for {@code greeter_ports}
 *     and {@code greeter_interfaces}; empty for {@code ports} and {@code interfaces}
 */
record NetService(String prefix) {
  private static final String KIND = "net_";
  private static final ImmutableList<String> NAMES = ImmutableList.of("config_prefix", "name");

  /**
   * Reads the second argument of {@code module:provides("net", item)}: its {@code config_prefix},
   * or else its {@code name}, or else the name of the module, without {@code net_} before it.
   */
  static NetService of(String module, LuaValue item) {
    if (item instanceof LuaValue.Table table) {
      for (String field : NAMES) {
        LuaValue value = table.fields().get(field);
        if (value != null && value.text().isPresent()) {
          return new NetService(value.text().get());
        }
      }
    }
    return new NetService(module.startsWith(KIND) ? module.substring(KIND.length()) : module);
  }

  /** {@return the option with its ports} */
  String option() {
    return prefix.isEmpty() ? "ports" : prefix + "_ports";
  }

  /**
   * Returns the environment variable that passes its port to a command: {@code
   * PROSODY_MY_PROXY_PORT} for {@code my-proxy}.
   */
  String variable() {
    String name = prefix.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return name.isEmpty() ? "PROSODY_PORT" : "PROSODY_" + name + "_PORT";
  }
}
