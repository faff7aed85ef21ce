package io.prosodykit.server;

import java.time.Duration;

/** When to give up. */
final class Deadline {
  private static final Duration BRIEFLY = Duration.ofMillis(20);

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** What is left; nothing if it is over. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  boolean isOver() {
    return left().isZero();
  }

  /** Waits for a moment, but not beyond the end. */
  void pause() throws InterruptedException {
    Duration left = left();
    Thread.sleep((left.compareTo(BRIEFLY) < 0 ? left : BRIEFLY).toMillis());
  }
}
