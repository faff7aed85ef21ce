package io.prosodykit.scaffold.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.prosodykit.testing.ProsodyReleases;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A real Prosody on a free loopback port, with one module under test on the host {@code localhost}
 * and the account {@code juliet}. It ends with {@link #close()}.
 */
final class ProsodyServer implements Closeable {
  static final String USER = "juliet";
  static final String PASSWORD = "secret";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern COMPLAINT = Pattern.compile("\\S+\\s+(warn|error)\t.*");
  private static final String READY = "prosodykit_ready\tinfo\tready";

  private final Process process;
  private final Thread reader;
  private final List<String> log = new ArrayList<>();
  private final int port;

  private ProsodyServer(Process process, int port) {
    this.process = process;
    this.port = port;
    this.reader = new Thread(this::readLog, "log of Prosody");
  }

  /**
   * Boots a release and waits until it is ready.
   *
   * @param branch the folder that {@code .ci/prosody-servers} made, for example {@code 0.12}
   * @param folder an empty folder for the server's files
   * @param plugins the folder with the module's folder
   * @param moduleConfiguration the module's own example configuration
   */
  static ProsodyServer boot(String branch, Path folder, Path plugins, Path moduleConfiguration)
      throws IOException, InterruptedException {
    Path release = ProsodyReleases.folder(branch);
    int port = freePort();
    Path configuration = configure(folder, plugins, moduleConfiguration, port);
    run(release.resolve("prosodyctl"), configuration, "register", USER, "localhost", PASSWORD);
    Process process =
        new ProcessBuilder(
                release.resolve("prosody").toString(), "-F", "--config", configuration.toString())
            .redirectErrorStream(true)
            .start();
    ProsodyServer server = new ProsodyServer(process, port);
    server.reader.start();
    server.await(READY);
    return server;
  }

  private static Path configure(Path folder, Path plugins, Path moduleConfiguration, int port)
      throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Path testPlugins = Files.createDirectories(folder.resolve("plugins"));
    try (InputStream ready =
        Objects.requireNonNull(
            ProsodyServer.class.getResourceAsStream("mod_prosodykit_ready.lua"))) {
      Files.copy(ready, testPlugins.resolve("mod_prosodykit_ready.lua"));
    }
    return Files.writeString(
        folder.resolve("prosody.cfg.lua"),
        """
        run_as_root = true
        data_path = "%1$s"
        certificates = "%1$s"
        plugin_paths = { "%2$s", "%3$s" }
        modules_enabled = { "roster", "saslauth", "disco", "prosodykit_ready" }
        modules_disabled = { "s2s" }
        interfaces = { "127.0.0.1" }
        c2s_ports = { %4$d }
        c2s_require_encryption = false
        allow_unencrypted_plain_auth = true
        authentication = "internal_plain"
        log = { debug = "*stdout" }
        Include "%5$s"
        """
            .formatted(data, testPlugins, plugins, port, moduleConfiguration));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void run(Path prosodyctl, Path configuration, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(prosodyctl.toString(), "--config", configuration.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + output);
    }
  }

  private void readLog() {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (log) {
          log.add(line);
          log.notifyAll();
        }
      }
    } catch (IOException e) {
      synchronized (log) {
        log.add("the log could not be read: " + e);
      }
    }
  }

  /** Waits until the log has a line that holds a text; runs of blanks count as one tab. */
  void await(String text) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    synchronized (log) {
      while (log.stream()
          .noneMatch(line -> line.replaceAll("\\s+", "\t").contains(text.replace(' ', '\t')))) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0 || !process.isAlive()) {
          throw new AssertionError("no \"" + text + "\" in the log:\n" + String.join("\n", log));
        }
        log.wait(Math.min(left, 100));
      }
    }
  }

  int port() {
    return port;
  }

  List<String> log() {
    synchronized (log) {
      return List.copyOf(log);
    }
  }

  /** What the server complained of, but for being told to end. */
  List<String> complaints() {
    return log().stream()
        .filter(line -> COMPLAINT.matcher(line).matches())
        .filter(line -> !line.contains("Received SIGTERM"))
        .toList();
  }

  /** Whether a module was loaded when the server was ready; global ones are on the host "*". */
  boolean hasLoaded(String module, String host) {
    return log().stream().anyMatch(line -> line.endsWith("loaded on " + host + ": " + module));
  }

  /** Ends the server and waits for it and its last words. */
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("Prosody did not end within 10 seconds of SIGTERM");
      }
      reader.join();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
