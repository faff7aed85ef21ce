package io.prosodykit.server;

import java.time.Duration;

/** A point in time after which waiting ends. */
final class Deadline {
  private static final Duration BRIEFLY = Duration.ofMillis(20);

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** {@return the time that is left; zero if it is over} */
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
