package io.prosodykit.scaffold.server;

import com.google.common.collect.ImmutableList;
import io.prosodykit.server.LogEntry;
import io.prosodykit.server.ProsodyInstallation;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real Prosody that runs in a {@link ServerFolder}. It ends with {@link #close()}. */
final class ProsodyServer implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PROBE = "mod_prosodykit_verify";

  private final io.prosodykit.server.ProsodyServer server;
  private final ServerFolder folder;

  private ProsodyServer(io.prosodykit.server.ProsodyServer server, ServerFolder folder) {
    this.server = server;
    this.folder = folder;
  }

  /** Starts a release, and waits until it is ready. */
  static ProsodyServer start(
      ProsodyInstallation installation, Path configuration, ServerFolder folder)
      throws IOException, InterruptedException {
    Path log = configuration.resolveSibling("prosody.log");
    ProsodyServer server =
        new ProsodyServer(
            io.prosodykit.server.ProsodyServer.start(
                installation, configuration, log, folder.c2sPort()),
            folder);
    server.await(PROBE + " info ready");
    return server;
  }

  /** Waits until the log has a line that contains a text; a run of spaces counts as one. */
  void await(String text) throws IOException, InterruptedException {
    if (!server.await(text, PATIENCE)) {
      server.kill();
      throw new AssertionError("no \"" + text + "\" in the log:\n" + server.output());
    }
  }

  ServerFolder folder() {
    return folder;
  }

  ImmutableList<LogEntry> log() throws IOException {
    return server.entries();
  }

  /** What the server complained about, except being stopped. */
  List<LogEntry> complaints() throws IOException {
    return log().stream()
        .filter(LogEntry::isComplaint)
        .filter(entry -> !entry.message().contains("Received SIGTERM"))
        .toList();
  }

  /** Whether a module was loaded when the server was ready; global ones are on the host "*". */
  boolean hasLoaded(String module, String host) throws IOException {
    return log().stream()
        .anyMatch(
            entry ->
                entry.source().equals(PROBE)
                    && entry.message().equals("loaded on " + host + ": " + module));
  }

  /** Stops the server, and waits for its last output. */
  @Override
  public void close() throws IOException {
    try {
      if (!server.stop()) {
        throw new IOException("Prosody did not end when it was told to");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
