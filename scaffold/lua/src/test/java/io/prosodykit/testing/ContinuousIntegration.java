package io.prosodykit.testing;

/** The build in which no test may be skipped because a program is missing. */
public final class ContinuousIntegration {
  private ContinuousIntegration() {}

  /** Whether this is such a build: {@code CI=true} in the environment. */
  public static boolean isOn() {
    return Boolean.parseBoolean(System.getenv("CI"));
  }
}
