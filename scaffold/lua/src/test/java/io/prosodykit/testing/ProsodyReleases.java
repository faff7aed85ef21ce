package io.prosodykit.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** The servers that {@code .ci/prosody-servers} puts into {@code .servers} at the root. */
public final class ProsodyReleases {
  /** The newest release that Debian has. */
  public static final String NEWEST = "newest";

  /** The one that is started in every build. */
  private static final String EVERYDAY = "13.0";

  private ProsodyReleases() {}

  /**
   * The folder of a server that a test starts. Outside CI, a test of any but 13.0 is skipped with
   * the reason, to keep the everyday build short; {@code -Peverything} starts all.
   */
  public static Path server(String server) {
    boolean isWanted =
        server.equals(EVERYDAY)
            || ContinuousIntegration.isOn()
            || "all".equals(System.getProperty("prosodykit.releases"));
    return isWanted
        ? folder(server)
        : abort("Prosody " + server + " is started in CI, or with -Peverything");
  }

  /** The folder of a server. Without it the test is skipped with the reason, but fails in CI. */
  public static Path folder(String server) {
    Path folder = Path.of(System.getProperty("prosodykit.root"), ".servers", server);
    if (Files.isExecutable(folder.resolve("prosody"))) {
      return folder;
    }
    String reason = "there is no Prosody in " + folder + "; run .ci/prosody-servers";
    return ContinuousIntegration.isOn() ? fail(reason) : abort(reason);
  }

  /** The branch of a server, for example 13.0 for {@link #NEWEST}. */
  public static String branch(String server) {
    return server.equals(NEWEST) ? "13.0" : server;
  }
}
