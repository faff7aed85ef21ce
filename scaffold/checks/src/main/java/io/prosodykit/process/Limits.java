package io.prosodykit.process;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a process may use.
 *
 * @param time how long it may run
 * @param memory how many bytes of memory it may use, including the processes that it starts
 * @param output how many bytes it may print, and may write into each other watched file
 */
public record Limits(Duration time, long memory, long output) {
  /** What a process may print by default: 64 MiB. */
  public static final long OUTPUT = 64L << 20;

  /** The limits of a process without a time limit: only {@link #OUTPUT}. */
  public static final Limits OF_OUTPUT =
      new Limits(ChronoUnit.FOREVER.getDuration(), Long.MAX_VALUE, OUTPUT);

  private static final long MIB = 1 << 20;

  /**
   * {@return why a process was ended, in words that follow its name, for example {@code used more
   * than 512 MB, and was ended}; empty if it was not ended}
   *
   * @param cause why it has ended
   */
  public Optional<String> broken(ChildProcess.Cause cause) {
    return switch (cause) {
      case ITSELF -> Optional.empty();
      case TIME -> Optional.of("ran longer than " + time.toSeconds() + " s, and was ended");
      case MEMORY -> Optional.of("used more than " + memory / MIB + " MB, and was ended");
      case OUTPUT -> Optional.of("printed more than " + output / MIB + " MB, and was ended");
      case FILE -> Optional.of("wrote more than " + output / MIB + " MB of results, and was ended");
      case LOST -> Optional.of("removed the file with its output, and was ended");
    };
  }

  /**
   * Copies these limits with another time.
   *
   * @param limit how long the process may run
   * @return the copy
   */
  public Limits withTime(Duration limit) {
    return new Limits(limit, memory, output);
  }

  /**
   * Copies these limits with another memory limit.
   *
   * @param bytes how much memory the process may use
   * @return the copy
   */
  public Limits withMemory(long bytes) {
    return new Limits(time, bytes, output);
  }
}
