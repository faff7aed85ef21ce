package io.prosodykit.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import io.prosodykit.testing.ProsodyReleases;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts a server with {@code mod_members}, logs in, and returns what the module writes about
 * libraries and objects.
 */
final class MembersProbe {
  private static final int SECONDS = 60;
  private static final String STREAM =
      "<stream:stream to='localhost' version='1.0' xmlns='jabber:client'"
          + " xmlns:stream='http://etherx.jabber.org/streams'>";

  /** Libraries that need others in C, which Debian's package of Prosody does not depend on. */
  private static final ImmutableSet<String> NEED_MORE =
      ImmutableSet.of(
          "net.cqueues",
          "net.server_event",
          "net.unbound",
          "util.sasl_cyrus",
          "util.sql",
          "util.sqlite3");

  private final Path server;
  private final Path folder;
  private final Path result;
  private final int port;

  private MembersProbe(Path server, Path folder, int port) {
    this.server = server;
    this.folder = folder;
    this.result = folder.resolve("members");
    this.port = port;
  }

  /** The lines of a server. */
  static List<String> run(String server, Path folder) throws IOException, InterruptedException {
    return new MembersProbe(ProsodyReleases.folder(server), folder, freePort()).run();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private List<String> run() throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                server.resolve("prosody").toString(), "--config", configuration().toString(), "-F")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      process.getOutputStream().close();
      logIn(process);
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      assertThat(ended && Files.exists(result)).as(() -> text(log)).isTrue();
      return Files.readAllLines(result, StandardCharsets.ISO_8859_1);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return fail(e);
    }
  }

  private Path configuration() throws IOException {
    Path modules = Files.createDirectory(folder.resolve("modules"));
    Files.write(
        modules.resolve("mod_members.lua"),
        Resources.toByteArray(Resources.getResource(MembersProbe.class, "mod_members.lua")));
    String libraries =
        libraries(server).stream()
            .filter(name -> !NEED_MORE.contains(name))
            .map(name -> '"' + name + '"')
            .collect(Collectors.joining(", "));
    return Files.writeString(
        folder.resolve("members.cfg.lua"),
        """
        run_as_root = true
        data_path = "%1$s"
        pidfile = "%1$s/pid"
        plugin_paths = { "%1$s/modules" }
        log = { info = "*console" }
        storage = "memory"
        modules_enabled = { "saslauth", "roster" }
        interfaces = { "127.0.0.1" }
        c2s_ports = { %2$d }
        c2s_direct_tls_ports = { }
        s2s_ports = { }
        http_ports = { }
        https_ports = { }
        c2s_require_encryption = false
        members_file = "%1$s/members"
        members_libraries = { %3$s }
        VirtualHost "localhost"
        authentication = "anonymous"
        modules_enabled = { "members" }
        """
            .formatted(folder, port, libraries));
  }

  /** The names of a server's libraries by their files, sorted. */
  static List<String> libraries(Path server) throws IOException {
    Path root = server.resolve("root/usr/lib/prosody");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.matches("(core|net|util)/.*\\.(lua|so)"))
          .map(name -> name.replaceFirst("\\.\\w+$", "").replace('/', '.'))
          .sorted()
          .toList();
    }
  }

  private void logIn(Process process) throws IOException, InterruptedException {
    try (Socket client = connect(process)) {
      client.setSoTimeout(SECONDS * 1000);
      OutputStream out = client.getOutputStream();
      InputStream in = client.getInputStream();
      exchange(STREAM, "</stream:features>", out, in);
      exchange(
          "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>",
          "<success",
          out,
          in);
      exchange(STREAM, "</stream:features>", out, in);
      exchange(
          "<iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>",
          "</iq>",
          out,
          in);
      out.write("<presence/>".getBytes(StandardCharsets.UTF_8));
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      assertThat(ended).isTrue();
    }
  }

  private Socket connect(Process process) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (true) {
      try {
        return new Socket(InetAddress.getLoopbackAddress(), port);
      } catch (IOException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new IOException(text(folder.resolve("log")), e);
        }
        Thread.sleep(50);
      }
    }
  }

  /** Sends, and reads until a text comes. */
  private void exchange(String request, String answer, OutputStream out, InputStream in)
      throws IOException {
    out.write(request.getBytes(StandardCharsets.UTF_8));
    StringBuilder read = new StringBuilder();
    while (read.indexOf(answer) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("after " + read + ": " + text(folder.resolve("log")));
      }
      read.append((char) next);
    }
  }
}
