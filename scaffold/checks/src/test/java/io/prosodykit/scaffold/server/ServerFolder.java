package io.prosodykit.scaffold.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.prosodykit.lua.LuaText;
import io.prosodykit.moduletree.ModuleTree;
import io.prosodykit.server.ProsodyInstallation;
import io.prosodykit.testing.ProsodyReleases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The folder of a real Prosody with a module under test: its configuration, its data, free loopback
 * ports, and the accounts {@code juliet}, {@code romeo} and {@code admin}, an administrator.
 */
final class ServerFolder {
  static final String PASSWORD = "secret";
  private static final String PROBE = "mod_prosodykit_verify.lua";
  private static final List<String> USERS = List.of("juliet", "romeo", "admin");

  private final String branch;
  private final Path configuration;
  private final int c2sPort = freePort();
  private final int httpPort = freePort();
  private final int sparePort = freePort();
  private final int consolePort = freePort();

  private ServerFolder(String branch, Path folder) throws IOException {
    this.branch = branch;
    this.configuration = folder.resolve("prosody.cfg.lua");
  }

  /**
   * Makes the folder.
   *
   * @param branch the folder that {@code .ci/prosody-servers} made, for example {@code 0.12}
   * @param folder a folder for the server's files
   * @param plugins the folder with the module's folder
   * @param moduleConfiguration the module's own example configuration
   * @param more lines for the global section; {@code SPARE_PORT} stands for a free port
   * @param hosts the sections of the hosts
   */
  static ServerFolder make(
      String branch, Path folder, Path plugins, Path moduleConfiguration, String more, String hosts)
      throws IOException, InterruptedException {
    ServerFolder made = new ServerFolder(branch, folder);
    made.configure(folder, plugins, moduleConfiguration, more, hosts);
    Path accounts = Files.createDirectories(folder.resolve("data/localhost/accounts"));
    for (String user : USERS) {
      Files.writeString(
          accounts.resolve(user + ".dat"),
          "return { [\"password\"] = \"%s\"; };\n".formatted(PASSWORD));
    }
    return made;
  }

  private void configure(
      Path folder, Path plugins, Path moduleConfiguration, String more, String hosts)
      throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Path testPlugins = Files.createDirectories(folder.resolve("plugins"));
    try (InputStream probe =
        Objects.requireNonNull(ProsodyInstallation.class.getResourceAsStream(PROBE))) {
      Files.write(testPlugins.resolve(PROBE), probe.readAllBytes());
    }
    Files.writeString(
        configuration,
        """
        run_as_root = true
        data_path = "%1$s"
        certificates = "%1$s"
        plugin_paths = { "%2$s", "%3$s" }
        prosodykit_modules = { %10$s }
        prosodykit_host = "localhost"
        modules_enabled = { "roster", "saslauth", "disco", "prosodykit_verify", "%4$s" }
        modules_disabled = { "s2s" }
        interfaces = { "127.0.0.1" }
        c2s_ports = { %5$d }
        http_ports = { %6$d }
        http_interfaces = { "127.0.0.1" }
        https_ports = {}
        console_ports = { %7$d }
        admin_socket = "%1$s/admin"
        admins = { "admin@localhost" }
        c2s_require_encryption = false
        allow_unencrypted_plain_auth = true
        authentication = "internal_plain"
        log = { { to = "stdout", levels = { min = "debug" }, timestamps = "%%Y-%%m-%%dT%%H:%%M:%%S" } }
        %8$s
        Include "%9$s"
        %11$s
        """
            .formatted(
                data,
                testPlugins,
                plugins,
                hasConsole() ? "admin_telnet" : "admin_shell",
                c2sPort,
                httpPort,
                consolePort,
                more.replace("SPARE_PORT", Integer.toString(sparePort)),
                moduleConfiguration,
                names(plugins),
                hosts));
  }

  /** The modules in a folder, as a list of Lua. */
  private static String names(Path plugins) throws IOException {
    return ModuleTree.read(plugins).modules().stream()
        .filter(module -> module.files().isFound())
        .map(module -> LuaText.quote(module.name()))
        .collect(Collectors.joining(", "));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Prosody 0.11 is administered over TCP, later releases over a socket of the file system. */
  private boolean hasConsole() {
    return branch.equals("0.11");
  }

  /** Starts the server, and waits until it is ready. */
  ProsodyServer start() throws IOException, InterruptedException {
    return ProsodyServer.start(
        ProsodyInstallation.in(ProsodyReleases.server(branch)), configuration, this);
  }

  int c2sPort() {
    return c2sPort;
  }

  int httpPort() {
    return httpPort;
  }

  /** The port that the configuration has for {@code SPARE_PORT}. */
  int sparePort() {
    return sparePort;
  }

  private Path program(String name) {
    return ProsodyReleases.server(branch).resolve(name);
  }

  /**
   * Makes a running server do something, for example {@code module:reload("x", "localhost")}.
   *
   * @return what it says
   * @throws IOException if the server says that it failed
   */
  String shell(String command) throws IOException, InterruptedException {
    String answer = hasConsole() ? console(command) : run("prosodyctl", "shell", command);
    boolean done = answer.contains("OK") || answer.contains("Result: ");
    if (!done || answer.lines().anyMatch(line -> line.startsWith("!"))) {
      throw new IOException(command + ": " + answer);
    }
    return answer;
  }

  private String console(String command) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), consolePort);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write((command + "\n").getBytes(UTF_8));
      StringBuilder answer = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        answer.append(line).append('\n');
        if (line.startsWith("| OK") || line.startsWith("| Result") || line.startsWith("!")) {
          break;
        }
      }
      return answer.toString();
    }
  }

  private String run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(program(program).toString(), "--config", configuration.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + output);
    }
    return output;
  }
}
