package io.prosodykit.server;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.LuaText;
import java.nio.file.Path;

/** The options of a server for modules that their examples cannot change. */
final class FixedOptions {
  private static final String LOOPBACK = "{ \"127.0.0.1\" }";
  private static final String NONE = "{}";

  private FixedOptions() {}

  /**
   * Returns the options with their values in Lua.
   *
   * @param data the folder for the server's data
   */
  static ImmutableMap<String, String> of(Path data, Ports ports) {
    ImmutableMap.Builder<String, String> options = ImmutableMap.builder();
    options
        .put("run_as_root", "true")
        .put("data_path", LuaText.quote(data.toString()))
        .put(
            "log",
            "{ { to = \"stdout\", levels = { min = \"debug\" }, timestamps = "
                + LuaText.quote(LogEntry.TIMESTAMPS)
                + " } }")
        .put("interfaces", LOOPBACK)
        .put("local_interfaces", LOOPBACK)
        .put("c2s_ports", port(ports.c2s()))
        .put("c2s_direct_tls_ports", NONE)
        .put("http_ports", port(ports.http()))
        .put("https_ports", NONE)
        .put("s2s_ports", NONE)
        .put("s2s_direct_tls_ports", NONE)
        .put("component_ports", NONE)
        .put("console_ports", NONE);
    ports.services().forEach((service, port) -> options.put(service.option(), port(port)));
    return options.buildOrThrow();
  }

  /** {@return the names of the options} */
  static ImmutableSet<String> names(ImmutableSet<NetService> services) {
    ImmutableMap.Builder<NetService, Integer> any = ImmutableMap.builder();
    services.forEach(service -> any.put(service, 0));
    return of(Path.of(""), new Ports(0, 0, any.buildOrThrow())).keySet();
  }

  private static String port(int number) {
    return "{ " + number + " }";
  }
}
