package io.prosodykit.process;

import java.util.Optional;

/** Ends a Java program of this library when its parent is gone. It loads few other classes. */
public final class ParentWatch {
  private static final long LOOK_MILLIS = 500;

  private ParentWatch() {}

  /**
   * Ends this process when its parent is gone, whatever it is doing.
   *
   * @param parent the id of the parent process
   */
  public static void haltWithout(long parent) {
    Thread thread =
        new Thread(
            () -> {
              while (isParent(parent)) {
                try {
                  Thread.sleep(LOOK_MILLIS);
                } catch (InterruptedException e) {
                  // nobody interrupts a thread that only watches
                }
              }
              Runtime.getRuntime().halt(1);
            },
            "watch of the parent");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Returns whether a process is still the parent: a process whose parent has ended gets another
   * one.
   */
  private static boolean isParent(long id) {
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    return parent.isPresent() && parent.get().pid() == id;
  }
}
