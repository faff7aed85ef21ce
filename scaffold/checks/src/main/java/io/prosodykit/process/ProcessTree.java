package io.prosodykit.process;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process and all processes that it has started.
 *
 * @param root the process
 * @param mark its mark, which finds processes that have lost their parents
 */
record ProcessTree(Process root, ProcessMark mark) {
  private static final int ROUNDS = 10;
  private static final long PATIENCE_SECONDS = 5;

  /** {@return the processes that have not ended yet} */
  List<ProcessHandle> alive() {
    // the list is made first, because children are not found once their parent is gone
    return Stream.of(root.descendants(), Stream.of(root.toHandle()), mark.find().stream())
        .flatMap(processes -> processes)
        .distinct()
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  /** Asks all to end, with SIGTERM. */
  void terminate() {
    alive().forEach(ProcessHandle::destroy);
  }

  /** Kills all, and returns them. */
  List<ProcessHandle> kill() {
    List<ProcessHandle> killed = alive();
    killed.forEach(ProcessHandle::destroyForcibly);
    return killed;
  }

  /** Kills all, and waits until they are gone. */
  void end() {
    for (int round = 0; round < ROUNDS; round++) {
      // those that are killed may just have started others
      List<ProcessHandle> killed = kill();
      if (killed.isEmpty()) {
        return;
      }
      for (ProcessHandle each : killed) {
        each.onExit().completeOnTimeout(each, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
      }
    }
  }
}
