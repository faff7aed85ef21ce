package io.prosodykit.maven;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The time of a reproducible build, as {@code project.build.outputTimestamp} has it. */
final class Timestamp {
  /** The default of a project. */
  static final String DEFAULT = "2000-01-01T00:00:00Z";

  private Timestamp() {}

  /** Reads a time in ISO 8601 or in seconds since 1970; one character means none, as in Maven. */
  static Instant parse(String text) {
    if (text.length() == 1) {
      return Instant.parse(DEFAULT);
    }
    try {
      return text.matches("[0-9]{2,12}")
          ? Instant.ofEpochSecond(Long.parseLong(text))
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "not a time: \"" + text + "\"; write 2026-11-23T12:00:00Z, or seconds since 1970", e);
    }
  }
}
