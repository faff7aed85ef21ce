package io.prosodykit.server;

import io.prosodykit.process.ChildEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The settings of a {@link ServerVerification}; its builder explains each. */
record VerifySettings(
    Optional<String> awaited,
    Optional<String> command,
    Path directory,
    Optional<Path> logs,
    Duration watch,
    Duration timeout,
    boolean reload,
    ChildEnvironment environment) {
  /**
   * Returns how long a server may take to start before the module that it is loading gets an error.
   */
  Duration patience() {
    return timeout.dividedBy(3);
  }
}
