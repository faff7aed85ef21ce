package io.prosodykit.server;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Ports of the loopback interface that were free when they were chosen.
 *
 * @param c2s for clients
 * @param http for HTTP
 * @param services for the services of modules
 */
record Ports(int c2s, int http, ImmutableMap<NetService, Integer> services) {
  /** The environment variables of a command with the ports that every server has. */
  static final ImmutableMap<String, String> VARIABLES =
      ImmutableMap.of("PROSODY_C2S_PORT", "c2s_ports", "PROSODY_HTTP_PORT", "http_ports");

  static Ports free(ImmutableSet<NetService> services) throws IOException {
    Deque<Integer> free = free(services.size() + 2);
    int c2s = free.remove();
    int http = free.remove();
    ImmutableMap.Builder<NetService, Integer> own = ImmutableMap.builder();
    for (NetService service : services) {
      own.put(service, free.remove());
    }
    return new Ports(c2s, http, own.buildOrThrow());
  }

  /** {@return the environment variables that pass the ports to a command} */
  ImmutableMap<String, Integer> variables() {
    ImmutableMap.Builder<String, Integer> variables = ImmutableMap.builder();
    variables.put("PROSODY_C2S_PORT", c2s).put("PROSODY_HTTP_PORT", http);
    services.forEach((service, port) -> variables.put(service.variable(), port));
    return variables.buildOrThrow();
  }

  ImmutableSet<Integer> all() {
    return ImmutableSet.<Integer>builder().add(c2s, http).addAll(services.values()).build();
  }

  /** Holds all ports open at once, so that no two are the same. */
  private static Deque<Integer> free(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    Deque<Integer> ports = new ArrayDeque<>();
    try {
      for (int i = 0; i < count; i++) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        sockets.add(socket);
        ports.add(socket.getLocalPort());
      }
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
    return ports;
  }
}
