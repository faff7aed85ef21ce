package io.prosodykit.server;

import io.prosodykit.process.TemporaryFolder;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * The folder of one server: its configuration and its data. It is deleted by {@link #close()}, or
 * when the Java runtime ends at the latest.
 */
final class ServerFolder implements Closeable {
  private static final String PROBE = "mod_" + ServerConfiguration.PROBE + ".lua";
  private static final String WATCHDOG = "watchdog.lua";
  private static final String LOOPBACK = "loopback.lua";
  private static final String PROGRAMS = "bin";

  private final TemporaryFolder temporary;
  private final Path folder;
  private final Ports ports;
  private final Accounts accounts = Accounts.random();

  private ServerFolder(TemporaryFolder temporary, Ports ports) {
    this.temporary = temporary;
    this.folder = temporary.path();
    this.ports = ports;
  }

  /**
   * Makes the folder.
   *
   * @param reload whether to load the modules twice
   * @param patience how long the server may take to start before a module that is still loading
   *     gets an error
   */
  static ServerFolder make(ServerConfiguration configuration, boolean reload, Duration patience)
      throws IOException {
    Ports ports = Ports.free(configuration.services());
    ServerFolder made = new ServerFolder(TemporaryFolder.create("prosody-verify"), ports);
    try {
      made.write(configuration, reload, patience);
    } catch (IOException e) {
      made.close();
      throw e;
    }
    return made;
  }

  private void write(ServerConfiguration configuration, boolean reload, Duration patience)
      throws IOException {
    Path data = Files.createDirectories(folder.resolve(ServerConfiguration.DATA));
    Path plugins = Files.createDirectories(folder.resolve(ServerConfiguration.PLUGINS));
    Files.writeString(plugins.resolve(PROBE), resource(PROBE));
    Files.writeString(
        folder.resolve(WATCHDOG),
        resource(WATCHDOG).replace("PATIENCE", Long.toString(patience.toSeconds())));
    Files.writeString(folder.resolve(LOOPBACK), resource(LOOPBACK));
    Files.createDirectory(programs());
    for (String host : configuration.virtualHosts()) {
      accounts.write(data, host);
    }
    Files.writeString(configuration(), configuration.text(folder, ports, reload));
    Files.writeString(bareConfiguration(), configuration.bareText(folder, ports));
  }

  private static String resource(String name) throws IOException {
    try (InputStream resource =
        Objects.requireNonNull(ServerFolder.class.getResourceAsStream(name), name)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  Ports ports() {
    return ports;
  }

  /**
   * Returns the password of all accounts. Other users of the machine cannot read the files that
   * contain it.
   */
  String password() {
    return accounts.password();
  }

  Path configuration() {
    return folder.resolve("prosody.cfg.lua");
  }

  /** {@return the configuration of the server without the modules} */
  Path bareConfiguration() {
    return folder.resolve("bare.cfg.lua");
  }

  /** {@return a folder for copies of Prosody's programs} */
  Path programs() {
    return folder.resolve(PROGRAMS);
  }

  /** {@return a file for the output of a program} */
  Path output(String program) {
    return folder.resolve(program + ".txt");
  }

  Path path() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    temporary.close();
  }
}
