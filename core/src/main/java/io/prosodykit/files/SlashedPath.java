package io.prosodykit.files;

import java.nio.file.Path;

/** Paths as documents show them on every system. */
public final class SlashedPath {
  private SlashedPath() {}

  /** {@return a path with slashes, as in URIs} */
  public static String of(Path file) {
    return file.toString().replace('\\', '/');
  }
}
