package io.prosodykit.server;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one server: its configuration and its data, gone with {@link #close()}, and with
 * the Java runtime at the latest.
 */
final class ServerFolder implements Closeable {
  private static final String PROBE = "mod_" + ServerConfiguration.PROBE + ".lua";
  private static final String WATCHDOG = "watchdog.lua";
  private static final String LOOPBACK = "loopback.lua";
  private static final String PROGRAMS = "bin";
  private static final int LAST_ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Path folder;
  private final Ports ports;
  private final Accounts accounts = Accounts.random();
  private final Thread hook = new Thread(this::deleteAtLast, "end of a folder");

  private ServerFolder(Path folder, Ports ports) {
    this.folder = folder;
    this.ports = ports;
  }

  /**
   * Makes the folder.
   *
   * @param reload whether to load the modules twice
   * @param patience how long the server may take to start before a module that does not come to an
   *     end gets an error
   */
  static ServerFolder make(ServerConfiguration configuration, boolean reload, Duration patience)
      throws IOException {
    Ports ports = Ports.free(configuration.services());
    Path folder = Files.createTempDirectory("prosody-verify").toRealPath();
    ServerFolder made = new ServerFolder(folder, ports);
    try {
      Runtime.getRuntime().addShutdownHook(made.hook);
      made.write(configuration, reload, patience);
    } catch (IllegalStateException | IOException e) {
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

  /** The password of all accounts; other users of the machine cannot read what has it. */
  String password() {
    return accounts.password();
  }

  Path configuration() {
    return folder.resolve("prosody.cfg.lua");
  }

  /** The configuration of the server without the modules. */
  Path bareConfiguration() {
    return folder.resolve("bare.cfg.lua");
  }

  /** A folder for copies of Prosody's programs. */
  Path programs() {
    return folder.resolve(PROGRAMS);
  }

  /** A file for what a program prints. */
  Path output(String program) {
    return folder.resolve(program + ".txt");
  }

  @Override
  public void close() throws IOException {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the runtime is ending, and runs the hook
    }
  }

  /** The server is being ended at the same time, and may write a last file. */
  private void deleteAtLast() {
    for (int attempt = 0; attempt < LAST_ATTEMPTS; attempt++) {
      try {
        delete();
        Thread.sleep(PAUSE.toMillis());
      } catch (IOException e) {
        // the next attempt finds what has come
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void delete() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
