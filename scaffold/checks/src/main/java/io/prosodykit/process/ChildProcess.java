package io.prosodykit.process;

import com.google.common.collect.ImmutableList;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process, together with all processes that it starts, that is held to limits. Its output goes
 * into a file.
 *
 * <p>No part of it outlives {@link #close()} or this Java runtime. An orderly shutdown of the
 * runtime, such as after Ctrl-C, SIGTERM or SIGHUP, ends the process at once. After {@code kill -9}
 * it ends within seconds, unless there is no {@code /bin/sh}. Processes that it started and that
 * have lost their parents are found only on Linux.
 */
public final class ChildProcess implements Closeable {
  private static final long LOOK_MILLIS = 20;

  /**
   * How many checks pass before one that looks at all processes of the machine, which takes longer.
   */
  private static final int LOOKS_AT_ALL = 25;

  private final Process process;
  private final ProcessTree tree;
  private final ProcessWatchdog guard;
  private final Limits limits;
  private final ImmutableList<Path> files;
  private final long begin = System.nanoTime();
  private final Thread watch = new Thread(this::watch, "watch of a process");
  private final Thread hook = new Thread(this::kill, "end of a process");
  private volatile Cause cause = Cause.ITSELF;

  /** Why a process has ended. */
  public enum Cause {
    /** It exited by itself, or was ended by {@link ChildProcess#end()} or by others. */
    ITSELF,
    /** It ran for too long. */
    TIME,
    /** It used too much memory. */
    MEMORY,
    /** It printed too much. */
    OUTPUT,
    /** It wrote too much into another file that is watched. */
    FILE,
    /** The file with its output is gone. */
    LOST
  }

  private ChildProcess(
      Process process,
      ProcessMark mark,
      ProcessWatchdog guard,
      Limits limits,
      ImmutableList<Path> files) {
    this.process = process;
    this.tree = new ProcessTree(process, mark);
    this.guard = guard;
    this.limits = limits;
    this.files = files;
    watch.setDaemon(true);
  }

  /**
   * Starts a process without input.
   *
   * @param command the command; its standard error goes to its output
   * @param output the file for its output, which is replaced
   * @param limits what it may use
   * @return the process
   * @throws IOException if it cannot be started, or this runtime is ending
   */
  public static ChildProcess start(ProcessBuilder command, Path output, Limits limits)
      throws IOException {
    return start(command, new byte[0], output, List.of(), limits, List.of());
  }

  /**
   * Starts a process.
   *
   * @param command the command; its standard error goes to its output
   * @param input what it reads
   * @param output the file for its output, which is replaced
   * @param files other files that it writes
   * @param limits what it may use
   * @param folders absolute paths of folders that are removed if this runtime is killed
   * @return the process
   * @throws IOException if it cannot be started, or this runtime is ending
   */
  public static ChildProcess start(
      ProcessBuilder command,
      byte[] input,
      Path output,
      List<Path> files,
      Limits limits,
      List<Path> folders)
      throws IOException {
    ProcessMark mark = ProcessMark.put(command.environment());
    ProcessWatchdog guard = ProcessWatchdog.over(mark, folders);
    command.redirectErrorStream(true).redirectOutput(output.toFile());
    ImmutableList<Path> watched = ImmutableList.<Path>builder().add(output).addAll(files).build();
    ChildProcess child;
    try {
      child = new ChildProcess(command.start(), mark, guard, limits, watched);
    } catch (IOException e) {
      guard.close();
      throw e;
    }
    child.begin(input);
    return child;
  }

  private void begin(byte[] input) throws IOException {
    guard.watch(process);
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      close();
      throw new IOException("no process can start while the Java runtime is shutting down", e);
    }
    watch.start();
    try (OutputStream out = process.getOutputStream()) {
      out.write(input);
    } catch (IOException e) {
      // it ended without reading all its input; how it ended says why
    }
  }

  /** {@return whether the process itself is still running} */
  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Waits for the process itself.
   *
   * @param time how long at most
   * @return whether it has ended by then
   * @throws InterruptedException if the thread is interrupted
   */
  public boolean await(Duration time) throws InterruptedException {
    return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Waits until the process itself has ended, which its limits guarantee.
   *
   * @return why it has
   * @throws InterruptedException if the thread is interrupted
   */
  public Cause await() throws InterruptedException {
    watch.join();
    return cause;
  }

  /** {@return why the process has ended; {@link Cause#ITSELF} while it is running} */
  public Cause cause() {
    return cause;
  }

  /**
   * {@return the exit code of the process, which must have ended}
   *
   * @throws IllegalThreadStateException if it has not ended
   */
  public int exitCode() {
    return process.exitValue();
  }

  /** {@return the time since the start of the process} */
  public Duration age() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** Asks the process and all that it has started to end, with SIGTERM. */
  public void terminate() {
    tree.terminate();
  }

  /** Kills the process and all that it has started, and waits until they are gone. */
  public void end() {
    tree.end();
  }

  /** Kills what is left of the process and of all that it has started. */
  @Override
  public void close() {
    end();
    guard.close();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the runtime is shutting down, and runs the hook
    }
  }

  private void kill() {
    List<ProcessHandle> unused = tree.kill();
  }

  private void watch() {
    try {
      for (int look = 0; !process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS); look++) {
        boolean atAll = look % LOOKS_AT_ALL == 0;
        Cause found = look(atAll);
        if (found != Cause.ITSELF) {
          cause = found;
          end();
          return;
        }
        if (atAll) {
          guard.renew();
        }
      }
    } catch (InterruptedException e) {
      // nothing interrupts this thread; if something does, no process may run unwatched
      kill();
    }
  }

  /** {@return the limit that the process exceeds; {@link Cause#ITSELF} if there is none} */
  private Cause look(boolean atAll) throws InterruptedException {
    if (age().compareTo(limits.time()) > 0) {
      return Cause.TIME;
    }
    for (Path file : files) {
      if (file.toFile().length() > limits.output()) {
        return file.equals(files.get(0)) ? Cause.OUTPUT : Cause.FILE;
      }
    }
    if (!files.get(0).toFile().exists()) {
      return Cause.LOST;
    }
    if (limits.memory() < Long.MAX_VALUE) {
      long held =
          atAll ? ResidentMemory.of(tree.alive()) : ResidentMemory.peakOf(process.toHandle());
      if (held > limits.memory()) {
        return Cause.MEMORY;
      }
    }
    return Cause.ITSELF;
  }
}
