package io.prosodykit.growth;

/** Counts the steps of one thread: the methods that it enters and the jumps that it reaches. */
public final class Steps {
  private static volatile Thread counted = Thread.currentThread();
  private static long count;

  private Steps() {}

  /** Called by counted code. */
  public static void step() {
    if (Thread.currentThread() == counted) {
      count++;
    }
  }

  /** Does some work on this thread, and returns its steps. */
  static long of(Runnable work) {
    counted = Thread.currentThread();
    count = 0;
    work.run();
    return count;
  }
}
