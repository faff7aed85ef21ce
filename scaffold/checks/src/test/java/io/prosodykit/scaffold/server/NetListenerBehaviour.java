package io.prosodykit.scaffold.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;

/** A client talks to the port, until the server ends the connection. */
final class NetListenerBehaviour implements Behaviour {
  @Override
  public String host() {
    return "*";
  }

  @Override
  public String configuration(String module) {
    return module + "_ports = { SPARE_PORT }";
  }

  @Override
  public void check(RunningModule module) throws Exception {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), module.server().folder().sparePort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write("ping\r\nECHO to you\nJUMP\nQUIT\n".getBytes(UTF_8));
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .isEqualTo("PONG\r\nto you\r\nERROR unknown command\r\nBYE\r\n");
    }
  }
}
