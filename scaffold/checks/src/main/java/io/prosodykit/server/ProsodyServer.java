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
 * A Prosody that runs in the foreground. It ends with {@link #close()}, and with the Java runtime
 * at the latest, within seconds if that is killed. It is ended as well if it prints more than 64
 * MiB or holds more than 1 GiB of memory. Of this process' environment it gets {@code PATH}, {@code
 * HOME}, {@code LANG}, {@code TMPDIR}, {@code LC_*}, {@code LUA_*}, {@code PROSODY_ENABLE_*} and
 * the folders {@code PROSODY_SRCDIR}, {@code PROSODY_CFGDIR}, {@code PROSODY_PLUGINDIR} and {@code
 * PROSODY_DATADIR}.
 *
 * <p>What the server prints goes into a file. Its log is expected to be there too: the
 * configuration sends it to standard output, with times of the form {@code %Y-%m-%dT%H:%M:%S}.
 */
public final class ProsodyServer implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration QUIET = Duration.ofMillis(100);
  private static final Duration LAST_PATIENCE = Duration.ofSeconds(8);

  /** A server with users takes a tenth of this. */
  private static final Limits LIMITS = Limits.OF_OUTPUT.withMemory(1L << 30);

  /** With the places of a server that runs from its sources, and the toggles of modules. */
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
   * Starts a server. It is not ready yet.
   *
   * @param installation the release
   * @param configuration the file with its configuration
   * @param log a file for what it prints, which is replaced
   * @param c2sPort the port on the loopback interface where the configuration has it listen for
   *     clients
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
   * @param environment what it gets of this process' environment
   * @param folders what is to be removed if this Java runtime is killed
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
   * Waits until the log has a line that holds a text.
   *
   * @param text any text; runs of blanks and tabs in the log count as one blank
   * @param limit how long to wait at most
   * @return whether the text is there; not if the time is over before, or the server has ended
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

  /**
   * Tells whether the server has not ended yet.
   *
   * @return whether its process is there
   */
  public boolean isRunning() {
    return process.isAlive();
  }

  /** Says that it was ended because it took too much, behind its name; empty if it was not. */
  Optional<String> broken() {
    return LIMITS.broken(process.cause());
  }

  /**
   * Returns what it has printed so far.
   *
   * @return the text, the log among it; of more than 256 KiB the beginning and the end
   * @throws IOException if the file cannot be read
   */
  public String output() throws IOException {
    return PrintedText.read(log).text();
  }

  /**
   * Returns its log so far.
   *
   * @return the entries in order; of lines of more than 4096 bytes the beginnings
   * @throws IOException if the file cannot be read, or has more than 100,000 entries
   */
  public ImmutableList<LogEntry> entries() throws IOException {
    LogExtract all = extract(entry -> true, MOST_ENTRIES);
    if (all.omitted() > 0) {
      throw new IOException("the log " + log + " has more than " + MOST_ENTRIES + " entries");
    }
    return all.entries();
  }

  /** The first entries of its log so far that are wanted. */
  LogExtract extract(Predicate<LogEntry> wanted, int most) throws IOException {
    return LogExtract.of(log, wanted, most);
  }

  /**
   * Tells the server to end, and sees that it does.
   *
   * @return whether it ended of itself, within 10 seconds of SIGTERM; if not, it was killed
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
   * Waits until the server logs no more, for 0.11 heeds a SIGTERM wherever it is: the end of the
   * server in the middle of an answer is an error of its own.
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
   * Gives the server something to do: before 13.0 a SIGTERM that comes just as the server begins to
   * wait for its sockets is heeded only once one of them has news.
   */
  private void wake() {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), c2sPort),
          (int) PATIENCE.toMillis());
    } catch (IOException e) {
      // it no longer listens, so it is ending
    }
  }

  /** Ends the server at once, without a last word. */
  public void kill() {
    close();
  }

  /** Ends the server at once if it has not ended yet. */
  @Override
  public void close() {
    process.close();
  }
}
