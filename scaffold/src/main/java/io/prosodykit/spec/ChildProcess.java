package io.prosodykit.spec;

import io.prosodykit.process.ProcessMark;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a process to its end, or to the end of what it may use. */
final class ChildProcess {
  private static final long LOOK_MILLIS = 20;

  /** Every so many looks the processes below are looked for, too, which takes longer. */
  private static final int LOOKS_AT_TREE = 10;

  private ChildProcess() {}

  /** Why a process is no longer there. */
  enum Cause {
    /** It came to its own end. */
    ENDED,
    /** It ran for too long. */
    TIME,
    /** It held too much memory. */
    MEMORY,
    /** It printed too much. */
    OUTPUT
  }

  /**
   * The end of a process.
   *
   * @param cause why it ended
   * @param exitCode its exit code
   * @param time how long it ran
   */
  record End(Cause cause, int exitCode, Duration time) {}

  /** Runs a process. Whatever happens, nothing of it is left afterwards. */
  static End run(ProcessBuilder builder, byte[] input, Path output, Limits limits)
      throws IOException, InterruptedException {
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    ProcessMark mark = ProcessMark.put(builder.environment());
    long begin = System.nanoTime();
    Process process = builder.start();
    Thread atShutdown = new Thread(() -> kill(process, mark));
    Runtime.getRuntime().addShutdownHook(atShutdown);
    try {
      feed(process, input);
      Cause cause = watch(process, output, limits, begin);
      kill(process, mark);
      int exitCode = process.waitFor();
      return new End(cause, exitCode, Duration.ofNanos(System.nanoTime() - begin));
    } finally {
      kill(process, mark);
      forget(atShutdown);
    }
  }

  private static void feed(Process process, byte[] input) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(input);
    } catch (IOException e) {
      // it ended without reading all; how it ended says why
      return;
    }
  }

  private static Cause watch(Process process, Path output, Limits limits, long begin)
      throws IOException, InterruptedException {
    for (int look = 0; !process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS); look++) {
      if (System.nanoTime() - begin > limits.time().toNanos()) {
        return Cause.TIME;
      }
      long memory =
          look % LOOKS_AT_TREE == 0
              ? ResidentMemory.ofTree(process.toHandle())
              : ResidentMemory.peakOf(process.toHandle());
      if (memory > limits.memory()) {
        return Cause.MEMORY;
      }
      if (Files.size(output) > limits.output()) {
        return Cause.OUTPUT;
      }
    }
    return Cause.ENDED;
  }

  /** Ends a process and those that it started. */
  private static void kill(Process process, ProcessMark mark) {
    try (Stream<ProcessHandle> below = process.descendants()) {
      List<ProcessHandle> all = below.toList();
      process.destroyForcibly();
      all.forEach(ProcessHandle::destroyForcibly);
    }
    mark.end();
  }

  private static void forget(Thread atShutdown) {
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException e) {
      // the JVM is ending, and the hook runs
      return;
    }
  }
}
