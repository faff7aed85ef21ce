package io.prosodykit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A separate Java runtime that a test ends, with a folder for its temporary files. */
public final class ChildJvm implements Closeable {
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final Path temporary;

  private ChildJvm(Process process, Path temporary) {
    this.process = process;
    this.temporary = temporary;
  }

  /** Runs the main method of a class, with a heap of a size such as {@code 256m}. */
  public static ChildJvm start(Path folder, String heap, Class<?> main, String... arguments)
      throws IOException {
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    List<String> command = new ArrayList<>(signals());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heap,
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    command.addAll(List.of(arguments));
    File output = folder.resolve("jvm.txt").toFile();
    return new ChildJvm(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start(),
        temporary);
  }

  /**
   * The command that makes a program handle all signals, if available (GNU coreutils 8.31 and
   * later). A build in the background ignores some, and so does everything that it starts.
   */
  private static List<String> signals() throws IOException {
    List<String> command = List.of("env", "--default-signal");
    try {
      Process tried =
          new ProcessBuilder(ImmutableList.<String>builder().addAll(command).add("true").build())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return tried.waitFor() == 0 ? command : List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while env was tried");
    }
  }

  /** Waits for a file, and returns the processes that the runtime has started so far. */
  public List<ProcessHandle> await(Path file) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!Files.exists(file) && process.isAlive() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(file).exists();
    return process.descendants().toList();
  }

  /** Sends a signal such as {@code TERM}, and waits for the end. */
  public void kill(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  /** Waits for the end, and returns the exit code. */
  public int waitFor() throws InterruptedException {
    assertThat(process.waitFor(2 * PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** Checks that processes end, and that no temporary file is left. */
  public void leavesNothing(List<ProcessHandle> processes) throws Exception {
    for (ProcessHandle each : processes) {
      each.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!left().isEmpty() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(left()).isEmpty();
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.toList();
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
