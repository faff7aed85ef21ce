package io.prosodykit.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** The servers that {@code .ci/prosody-servers} puts into {@code .servers} at the root. */
public final class ProsodyReleases {
  /** The one that is started in every build. */
  private static final String NEWEST = "13.0";

  private ProsodyReleases() {}

  /**
   * The folder of a branch that a test starts. Outside CI, a test of an older branch is skipped
   * with the reason, to keep the everyday build short; {@code -Peverything} starts all.
   */
  public static Path server(String branch) {
    boolean isWanted =
        branch.equals(NEWEST)
            || ContinuousIntegration.isOn()
            || "all".equals(System.getProperty("prosodykit.releases"));
    return isWanted
        ? folder(branch)
        : abort("Prosody " + branch + " is started in CI, or with -Peverything");
  }

  /** The folder of a branch. Without it the test is skipped with the reason, but fails in CI. */
  public static Path folder(String branch) {
    Path folder = Path.of(System.getProperty("prosodykit.root"), ".servers", branch);
    if (Files.isExecutable(folder.resolve("prosody"))) {
      return folder;
    }
    String reason = "there is no Prosody in " + folder + "; run .ci/prosody-servers";
    return ContinuousIntegration.isOn() ? fail(reason) : abort(reason);
  }
}
