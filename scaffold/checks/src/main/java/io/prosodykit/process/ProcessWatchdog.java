package io.prosodykit.process;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A small shell that runs next to a process. Once this Java runtime is gone, it kills the process
 * and all others with its mark, and removes its folders, within seconds. It works even after {@code
 * kill -9}, which runs no shutdown hook. Without {@code /bin/sh}, as on Windows, there is no guard.
 */
final class ProcessWatchdog implements Closeable {
  private static final Path SHELL = Path.of("/bin/sh");
  private static final boolean HAS_SHELL = Files.isExecutable(SHELL);
  private static final String SCRIPT = script();
  private static final long PATIENCE_SECONDS = 5;

  private final ProcessMark mark;
  private final List<Path> folders;
  private Optional<Process> shell = Optional.empty();
  private String id = "";

  private ProcessWatchdog(ProcessMark mark, List<Path> folders) {
    this.mark = mark;
    this.folders = folders;
  }

  /**
   * Starts a guard, preferably before the process.
   *
   * @param folders absolute paths of folders that are removed with the process
   */
  static ProcessWatchdog over(ProcessMark mark, List<Path> folders) throws IOException {
    ProcessWatchdog guard = new ProcessWatchdog(mark, folders);
    if (HAS_SHELL) {
      guard.start();
    }
    return guard;
  }

  /** Restarts it if it was killed. */
  synchronized void renew() {
    if (shell.isPresent() && !shell.get().isAlive()) {
      try {
        start();
      } catch (IOException e) {
        // the machine cannot start a process now; the next check tries again
      }
    }
  }

  private void start() throws IOException {
    List<String> command =
        new ArrayList<>(List.of(SHELL.toString(), "-c", SCRIPT, "prosodykit-guard", mark.text()));
    folders.forEach(folder -> command.add(folder.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
    builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
    builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    shell = Optional.of(builder.start());
    tell(id);
  }

  /** Sets which process it guards. */
  synchronized void watch(Process process) {
    id = Long.toString(process.pid());
    tell(id);
  }

  private void tell(String line) {
    if (shell.isPresent() && !line.isEmpty()) {
      try {
        OutputStream input = shell.get().getOutputStream();
        input.write((line + '\n').getBytes(StandardCharsets.US_ASCII));
        input.flush();
      } catch (IOException e) {
        // it was killed; the next check starts another one
      }
    }
  }

  /** Ends the guard, because the process has ended. It cannot be restarted afterwards. */
  @Override
  public synchronized void close() {
    tell("done");
    if (shell.isPresent()) {
      Process process = shell.get();
      shell = Optional.empty();
      process
          .onExit()
          .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
          .join()
          .destroyForcibly();
    }
  }

  private static String script() {
    try (InputStream script = ProcessWatchdog.class.getResourceAsStream("guard.sh")) {
      return new String(
          Objects.requireNonNull(script, "guard.sh").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
