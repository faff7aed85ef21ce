package io.prosodykit.scaffold.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A real Prosody that runs in a {@link ServerFolder}. It ends with {@link #close()}. */
final class ProsodyServer implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern COMPLAINT = Pattern.compile("\\S+\\s+(warn|error)\t.*");
  private static final String READY = "prosodykit_ready\tinfo\tready";

  private final Process process;
  private final Thread reader;
  private final List<String> log = new ArrayList<>();
  private final ServerFolder folder;

  private ProsodyServer(Process process, ServerFolder folder) {
    this.process = process;
    this.folder = folder;
    this.reader = new Thread(this::readLog, "log of Prosody");
  }

  /** Boots a release and waits until it is ready. */
  static ProsodyServer start(Path program, Path configuration, ServerFolder folder)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(program.toString(), "-F", "--config", configuration.toString())
            .redirectErrorStream(true)
            .start();
    ProsodyServer server = new ProsodyServer(process, folder);
    server.reader.start();
    server.await(READY);
    return server;
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

  ServerFolder folder() {
    return folder;
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
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        wake();
      }
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("Prosody did not end within 12 seconds of SIGTERM");
      }
      reader.join();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Gives the server something to do: before 13.0 a SIGTERM that comes just as the server begins to
   * wait for its sockets is heeded only once one of them has news.
   */
  private void wake() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), folder.c2sPort()));
    } catch (ConnectException e) {
      // it no longer listens, so it is ending
    }
  }
}
