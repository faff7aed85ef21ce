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
 * @param services for what modules listen on, by the prefix of its options
 */
record Ports(int c2s, int http, ImmutableMap<String, Integer> services) {
  static Ports free(ImmutableSet<String> services) throws IOException {
    Deque<Integer> free = free(services.size() + 2);
    int c2s = free.remove();
    int http = free.remove();
    ImmutableMap.Builder<String, Integer> own = ImmutableMap.builder();
    for (String service : services) {
      own.put(service, free.remove());
    }
    return new Ports(c2s, http, own.buildOrThrow());
  }

  ImmutableSet<Integer> all() {
    return ImmutableSet.<Integer>builder().add(c2s, http).addAll(services.values()).build();
  }

  /** Holds all of them at once, so that no two are the same. */
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
