package io.prosodykit.scaffold.server;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.prosodykit.testing.ContinuousIntegration;
import java.nio.file.Files;
import java.nio.file.Path;

/** The servers that {@code .ci/prosody-servers} puts into {@code .servers} at the root. */
final class ProsodyReleases {
  private ProsodyReleases() {}

  /** The folder of a branch. Without it the test is skipped with the reason, but fails in CI. */
  static Path folder(String branch) {
    Path folder = Path.of(System.getProperty("prosodykit.root"), ".servers", branch);
    if (Files.isExecutable(folder.resolve("prosody"))) {
      return folder;
    }
    String reason = "there is no Prosody in " + folder + "; run .ci/prosody-servers";
    return ContinuousIntegration.isOn() ? fail(reason) : abort(reason);
  }
}
