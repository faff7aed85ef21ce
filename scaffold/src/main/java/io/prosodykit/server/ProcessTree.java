package io.prosodykit.server;

import io.prosodykit.process.ProcessMark;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process and those that it has started, for a launcher may be a script that waits for the
 * server. None of them outlives {@link #close()}, nor an orderly end of the Java runtime, which is
 * what an interrupt from the keyboard makes of it.
 */
final class ProcessTree implements Closeable {
  private final Process process;
  private final ProcessMark mark;
  private final Thread hook = new Thread(this::kill, "end of a process");

  private ProcessTree(Process process, ProcessMark mark) {
    this.process = process;
    this.mark = mark;
  }

  /** Starts a process without input, whose output and errors go into a file. */
  static ProcessTree start(ProcessBuilder command, Path output) throws IOException {
    ProcessMark mark = ProcessMark.put(command.environment());
    Process process = command.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    ProcessTree tree = new ProcessTree(process, mark);
    try {
      Runtime.getRuntime().addShutdownHook(tree.hook);
      process.getOutputStream().close();
    } catch (IllegalStateException | IOException e) {
      tree.kill();
      throw new IOException("the process was started too late, or could not be used", e);
    }
    return tree;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The exit code of a process that has ended. */
  int exitCode() {
    return process.exitValue();
  }

  /** Waits for the process, and tells whether it has ended by then. */
  boolean await(Deadline deadline) throws InterruptedException {
    return process.waitFor(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Tells all processes of the tree to end. */
  void terminate() {
    all().forEach(ProcessHandle::destroy);
  }

  private void kill() {
    all().forEach(ProcessHandle::destroyForcibly);
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

  /** Ends all processes of the tree at once, and waits until they are gone. */
  void end() {
    List<ProcessHandle> killed = all();
    killed.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle each : killed) {
      each.onExit().completeOnTimeout(each, 5, TimeUnit.SECONDS).join();
    }
  }

  /** Ends what is left of the tree. */
  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the runtime is ending, and runs the hook
    }
  }
}
