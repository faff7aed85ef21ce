package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import io.prosodykit.process.ChildEnvironment;
import io.prosodykit.process.ChildProcess;
import io.prosodykit.process.Limits;
import io.prosodykit.process.PrintedText;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A Prosody that runs in the foreground. It ends with {@link #close()}, or with the Java runtime at
 * the latest, within seconds if that is killed. It is also ended if it prints more than 64 MiB or
 * uses more than 1 GiB of memory. From the environment of this process it gets {@code PATH}, {@code
 * HOME}, {@code LANG}, {@code TMPDIR}, {@code LC_*}, {@code LUA_*}, {@code PROSODY_ENABLE_*} and
 * the folders {@code PROSODY_SRCDIR}, {@code PROSODY_CFGDIR}, {@code PROSODY_PLUGINDIR} and {@code
 * PROSODY_DATADIR}.
 *
 * <p>What the server prints goes into a file. That file must also have its log: the configuration
 * must send the log to standard output, with times of the form {@code %Y-%m-%dT%H:%M:%S}.
 *
 * @since 0.1.0
 */
public final class ProsodyServer implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration QUIET = Duration.ofMillis(100);
  private static final Duration LAST_PATIENCE = Duration.ofSeconds(8);

  /** A server with users needs a tenth of this. */
  private static final Limits LIMITS = Limits.OF_OUTPUT.withMemory(1L << 30);

  /** Includes the folders of a server that runs from its sources, and the switches of modules. */
  static final ChildEnvironment ENVIRONMENT =
      ChildEnvironment.USUAL.with(
          List.of(
              "PROSODY_SRCDIR",
              "PROSODY_CFGDIR",
              "PROSODY_PLUGINDIR",
              "PROSODY_DATADIR",
              "PROSODY_ENABLE_*"));

  private static final int MOST_ENTRIES = 100_000;

  private final ChildProcess process;
  private final Path log;
  private final int c2sPort;

  private ProsodyServer(ChildProcess process, Path log, int c2sPort) {
    this.process = process;
    this.log = log;
    this.c2sPort = c2sPort;
  }

  /**
   * Starts a server, without waiting until it is ready.
   *
   * @param installation the release
   * @param configuration the file with its configuration
   * @param log a file for what it prints, which is replaced
   * @param c2sPort the port of the loopback interface on which its configuration makes it listen
   *     for clients
   * @return the server
   * @throws IOException if it cannot be started
   */
  public static ProsodyServer start(
      ProsodyInstallation installation, Path configuration, Path log, int c2sPort)
      throws IOException {
    return start(installation, configuration, log, c2sPort, ENVIRONMENT, List.of());
  }

  /**
   * Starts a server.
   *
   * @param environment which part of the environment of this process it gets
   * @param folders folders that are removed if this Java runtime is killed
   */
  static ProsodyServer start(
      ProsodyInstallation installation,
      Path configuration,
      Path log,
      int c2sPort,
      ChildEnvironment environment,
      List<Path> folders)
      throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
            installation.prosody().toString(), "-F", "--config", configuration.toString());
    ChildProcess process =
        ChildProcess.start(
            environment.restrict(command), new byte[0], log, List.of(), LIMITS, folders);
    return new ProsodyServer(process, log, c2sPort);
  }

  /**
   * Waits until the log has a line that contains a text.
   *
   * @param text any text; a run of spaces and tabs in the log counts as one space
   * @param limit the longest time to wait
   * @return true if the text was found; false if the time was up or the server ended before
   * @throws IOException if the log cannot be read
   * @throws InterruptedException if the thread is interrupted
   */
  public boolean await(String text, Duration limit) throws IOException, InterruptedException {
    Deadline deadline = Deadline.in(limit);
    try (LogTail tail = new LogTail(log, text)) {
      while (true) {
        boolean last = deadline.isOver() || !isRunning();
        if (tail.finds()) {
          return true;
        }
        if (last) {
          return false;
        }
        deadline.pause();
      }
    }
  }

  /** {@return whether the process of the server is still running} */
  public boolean isRunning() {
    return process.isAlive();
  }

  /** {@return which limit it exceeded, in words that follow its name; empty if it exceeded none} */
  Optional<String> broken() {
    return LIMITS.broken(process.cause());
  }

  /**
   * {@return what it has printed so far, including the log; beyond 256 KiB, only the beginning and
   * the end}
   *
   * @throws IOException if the file cannot be read
   */
  public String output() throws IOException {
    return PrintedText.read(log).text();
  }

  /**
   * {@return the entries of its log so far, in order; lines are cut after 4096 bytes}
   *
   * @throws IOException if the file cannot be read, or has more than 100,000 entries
   */
  public ImmutableList<LogEntry> entries() throws IOException {
    LogExtract all = extract(entry -> true, MOST_ENTRIES);
    if (all.omitted() > 0) {
      throw new IOException("the log " + log + " has more than " + MOST_ENTRIES + " entries");
    }
    return all.entries();
  }

  /** {@return the first wanted entries of its log so far} */
  LogExtract extract(Predicate<LogEntry> wanted, int most) throws IOException {
    return LogExtract.of(log, wanted, most);
  }

  /**
   * Stops the server, and waits until it has ended.
   *
   * @return whether it ended by itself within 10 seconds of SIGTERM; if not, it was killed
   * @throws InterruptedException if the thread is interrupted; the server has been killed then
   */
  public boolean stop() throws InterruptedException {
    try {
      settle();
      process.terminate();
      if (!process.await(PATIENCE)) {
        wake();
      }
      return process.await(LAST_PATIENCE);
    } finally {
      kill();
    }
  }

  /**
   * Waits until the server stops logging. 0.11 acts on SIGTERM at any point, and ending in the
   * middle of an answer would be an error of its own.
   */
  private void settle() throws InterruptedException {
    Deadline end = Deadline.in(PATIENCE);
    long before = -1;
    while (!end.isOver() && log.toFile().length() != before) {
      before = log.toFile().length();
      Thread.sleep(QUIET.toMillis());
    }
  }

  /**
   * Gives the server something to do. Before 13.0, a SIGTERM that arrives just as the server begins
   * to wait for its sockets takes effect only when one of them has data.
   */
  private void wake() {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), c2sPort),
          (int) PATIENCE.toMillis());
    } catch (IOException e) {
      // it no longer listens, so it is stopping
    }
  }

  /** Kills the server. */
  public void kill() {
    close();
  }

  /** Kills the server if it has not ended yet. */
  @Override
  public void close() {
    process.close();
  }
}
