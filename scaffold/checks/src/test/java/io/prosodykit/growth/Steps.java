package io.prosodykit.growth;

/** Counts the steps of one thread: methods that are entered, and jumps that are reached. */
public final class Steps {
  private static volatile Thread counted = Thread.currentThread();
  private static long count;

  private Steps() {}

  /** What counted code calls. */
  public static void step() {
    if (Thread.currentThread() == counted) {
      count++;
    }
  }

  /** Does some work on this thread; returns its steps. */
  static long of(Runnable work) {
    counted = Thread.currentThread();
    count = 0;
    work.run();
    return count;
  }
}
