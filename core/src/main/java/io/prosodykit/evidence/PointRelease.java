package io.prosodykit.evidence;

import io.prosodykit.version.ProsodyVersion;

/**
 * A release of a branch of Prosody.
 *
 * @param version for example {@code 0.12.4}
 * @param date the day, {@code 2023-08-27}, or year and month, {@code 2026-05}, of its release
 * @param isBy whether the release is known only to be no younger than the date
 * @since 0.1.0
 */
public record PointRelease(ProsodyVersion version, String date, boolean isBy) {
  /**
   * Checks the version.
   *
   * @param version for example {@code 0.12.4}
   * @param date the day, or year and month
   * @param isBy whether the release is known only to be no younger than the date
   * @throws IllegalArgumentException if the version is a branch
   */
  public PointRelease {
    if (version.isBranch()) {
      throw new IllegalArgumentException(version + " is not a release; write for example 13.0.1");
    }
  }

  /** Prints the version and the date, for people. */
  @Override
  public String toString() {
    return version + (isBy ? ", by " : ", ") + date;
  }
}
