package io.prosodykit.server;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process and those that it has started, for a launcher may be a script that waits for the
 * server. None of them outlives {@link #close()}, nor an orderly end of the Java runtime, which is
 * what an interrupt from the keyboard makes of it.
 */
final class ProcessTree implements Closeable {
  /** All processes of a tree inherit it, those that have lost their parents among them. */
  private static final String MARK = "PROSODYKIT_PROCESS_TREE";

  private final Process process;
  private final String mark;
  private final Thread hook = new Thread(this::kill, "end of a process");

  private ProcessTree(Process process, String mark) {
    this.process = process;
    this.mark = mark;
  }

  /** Starts a process without input, whose output and errors go into a file. */
  static ProcessTree start(ProcessBuilder command, Path output) throws IOException {
    String mark = UUID.randomUUID().toString();
    command.environment().put(MARK, mark);
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
    return Stream.of(
            process.descendants(),
            Stream.of(process.toHandle()),
            ProcessHandle.allProcesses().filter(this::isMarked))
        .flatMap(processes -> processes)
        .distinct()
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  /** Whether Linux says that a process is of the tree, whoever its parent is by now. */
  private boolean isMarked(ProcessHandle any) {
    try {
      Path environment = Path.of("/proc", Long.toString(any.pid()), "environ");
      return Files.readString(environment, StandardCharsets.ISO_8859_1).contains(mark);
    } catch (IOException e) {
      // it has ended, or belongs to somebody else, or this is not Linux
      return false;
    }
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
