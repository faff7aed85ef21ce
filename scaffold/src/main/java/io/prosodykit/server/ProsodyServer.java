package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A Prosody that runs in the foreground. It ends with {@link #close()}, and with the Java runtime
 * at the latest.
 *
 * <p>What the server prints goes into a file. Its log is expected to be there too: the
 * configuration sends it to standard output, with times of the form {@code %Y-%m-%dT%H:%M:%S}.
 */
public final class ProsodyServer implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration QUIET = Duration.ofMillis(100);
  private static final Duration LAST_PATIENCE = Duration.ofSeconds(8);

  /** More would not fit into memory, and nobody would read it. */
  private static final long LARGEST_LOG = 64 << 20;

  private final ProcessTree process;
  private final Path log;
  private final int c2sPort;

  private ProsodyServer(ProcessTree process, Path log, int c2sPort) {
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
    ProcessBuilder command =
        new ProcessBuilder(
            installation.prosody().toString(), "-F", "--config", configuration.toString());
    return new ProsodyServer(ProcessTree.start(command, log), log, c2sPort);
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
    LogTail tail = new LogTail(log, text);
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

  /**
   * Tells whether the server has not ended yet.
   *
   * @return whether its process is there
   */
  public boolean isRunning() {
    return process.isAlive();
  }

  /**
   * Returns what it has printed so far.
   *
   * @return the text, the log among it
   * @throws IOException if the file cannot be read, or is larger than 64 MiB
   */
  public String output() throws IOException {
    if (Files.size(log) > LARGEST_LOG) {
      throw new IOException("the log " + log + " is larger than 64 MiB");
    }
    return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
  }

  /**
   * Returns its log so far.
   *
   * @return the entries in order
   * @throws IOException as {@link #output()}
   */
  public ImmutableList<LogEntry> entries() throws IOException {
    return LogEntry.parse(output());
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
      if (!process.await(Deadline.in(PATIENCE))) {
        wake();
      }
      return process.await(Deadline.in(LAST_PATIENCE));
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
    process.end();
  }

  /** Ends the server at once if it has not ended yet. */
  @Override
  public void close() {
    process.close();
  }
}
