package io.prosodykit.process;

import com.google.common.collect.ImmutableList;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process, with all that it starts, which uses no more than it may. What it prints goes into a
 * file.
 *
 * <p>Nothing of it outlives {@link #close()}, nor this Java runtime: an orderly end of that, which
 * is what Ctrl-C, SIGTERM and SIGHUP make of it, ends the process at once, and {@code kill -9}
 * within seconds, unless there is no {@code /bin/sh}. Processes that it started and whose parents
 * are gone are found on Linux alone.
 */
public final class ChildProcess implements Closeable {
  private static final long LOOK_MILLIS = 20;

  /** Every so many looks those at all processes of the machine are taken, which take longer. */
  private static final int LOOKS_AT_ALL = 25;

  private static final int ROUNDS = 10;
  private static final long PATIENCE_SECONDS = 5;

  private final Process process;
  private final ProcessMark mark;
  private final Guard guard;
  private final Limits limits;
  private final ImmutableList<Path> files;
  private final long begin = System.nanoTime();
  private final Thread watch = new Thread(this::watch, "watch of a process");
  private final Thread hook = new Thread(this::kill, "end of a process");
  private volatile Cause cause = Cause.ITSELF;

  /** Why a process has ended. */
  public enum Cause {
    /** It came to its own end, or was ended by {@link ChildProcess#end()} or by others. */
    ITSELF,
    /** It ran for too long. */
    TIME,
    /** It held too much memory. */
    MEMORY,
    /** It printed too much. */
    OUTPUT,
    /** It wrote too much into another file that is watched. */
    FILE,
    /** The file with what it printed is gone. */
    LOST
  }

  private ChildProcess(
      Process process, ProcessMark mark, Guard guard, Limits limits, ImmutableList<Path> files) {
    this.process = process;
    this.mark = mark;
    this.guard = guard;
    this.limits = limits;
    this.files = files;
    watch.setDaemon(true);
  }

  /**
   * Starts a process without input.
   *
   * @param command what to start; its errors go to where its output goes
   * @param output the file for what it prints, which is replaced
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
   * @param command what to start; its errors go to where its output goes
   * @param input what it reads
   * @param output the file for what it prints, which is replaced
   * @param files other files that it writes
   * @param limits what it may use
   * @param folders what is to be removed if this runtime is killed, absolute
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
    Guard guard = Guard.over(mark, folders);
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
      throw new IOException("nothing is started while the Java runtime is ending", e);
    }
    watch.start();
    try (OutputStream out = process.getOutputStream()) {
      out.write(input);
    } catch (IOException e) {
      // it ended without reading all, and how it ended says why
    }
  }

  /**
   * Tells whether the process itself has not ended yet.
   *
   * @return whether it is there
   */
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
   * Waits until the process itself has ended, which it does at its limits at the latest.
   *
   * @return why it has
   * @throws InterruptedException if the thread is interrupted
   */
  public Cause await() throws InterruptedException {
    watch.join();
    return cause;
  }

  /**
   * Tells why the process has ended.
   *
   * @return the cause; {@link Cause#ITSELF} as long as it has not ended
   */
  public Cause cause() {
    return cause;
  }

  /**
   * Returns the exit code of a process that has ended.
   *
   * @return the code
   * @throws IllegalThreadStateException if it has not ended
   */
  public int exitCode() {
    return process.exitValue();
  }

  /**
   * Returns how long the process has been there.
   *
   * @return the time since its start
   */
  public Duration age() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** Asks the process and all that it has started to end, as SIGTERM does. */
  public void terminate() {
    all().forEach(ProcessHandle::destroy);
  }

  /** Ends the process and all that it has started at once, and waits until they are gone. */
  public void end() {
    for (int round = 0; round < ROUNDS; round++) {
      // those that are ended may just have started others
      List<ProcessHandle> killed = kill();
      if (killed.isEmpty()) {
        return;
      }
      for (ProcessHandle each : killed) {
        each.onExit().completeOnTimeout(each, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
      }
    }
  }

  /** Ends what is left of the process and of all that it has started. */
  @Override
  public void close() {
    end();
    guard.close();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the runtime is ending, and runs the hook
    }
  }

  private List<ProcessHandle> kill() {
    List<ProcessHandle> killed = all();
    killed.forEach(ProcessHandle::destroyForcibly);
    return killed;
  }

  /** The processes that have not ended yet. */
  private List<ProcessHandle> all() {
    // the list is made first, for what a process has started is not found once the process is gone
    return Stream.of(process.descendants(), Stream.of(process.toHandle()), mark.find().stream())
        .flatMap(processes -> processes)
        .distinct()
        .filter(ProcessHandle::isAlive)
        .toList();
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
      // nobody interrupts this thread, but if somebody does, nothing may run without a watch
      kill();
    }
  }

  /** The limit that the process is beyond; {@link Cause#ITSELF} if there is none. */
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
      long held = atAll ? ResidentMemory.of(all()) : ResidentMemory.peakOf(process.toHandle());
      if (held > limits.memory()) {
        return Cause.MEMORY;
      }
    }
    return Cause.ITSELF;
  }
}
