package io.prosodykit.testing;

/** The build that no test may skip for want of a program. */
public final class ContinuousIntegration {
  private ContinuousIntegration() {}

  /** Whether this is such a build: {@code CI=true} in the environment. */
  public static boolean isOn() {
    return Boolean.parseBoolean(System.getenv("CI"));
  }
}
