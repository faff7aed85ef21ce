package io.prosodykit.maven;

import java.io.IOException;

/** Faults of the disk, in words. */
final class Faults {
  private Faults() {}

  /** What happened; many of the JDK's own messages are just the file's name. */
  static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains(" ") ? message : e.getClass().getSimpleName() + " " + message;
  }
}
