package io.prosodykit.configuration;

import io.prosodykit.lua.LuaVersion;
import io.prosodykit.version.ProsodyVersion;

/**
 * What the configuration manager of a release does differently from others.
 *
 * @param names whether it checks names of hosts, and reports options that a file sets twice
 * @param options whether options can be read and appended to, and there are {@code Lua}, {@code
 *     FileContents}, {@code FileLine}, {@code FileLines} and {@code Credential}
 * @param unknown whether it reports what is read but not set
 * @param lua the Lua that evaluates for it
 */
record ReleaseRules(boolean names, boolean options, boolean unknown, LuaVersion lua) {
  /** 13.0.6 reports it, 13.0.1 does not; which release between them was the first is not known. */
  private static final ProsodyVersion REPORTS_UNKNOWN = ProsodyVersion.parse("13.0.2");

  /**
   * {@return the rules of a release; a branch has those of its newest release}
   *
   * @param release the release
   * @throws IllegalArgumentException if it is older than 0.11
   */
  static ReleaseRules of(ProsodyVersion release) {
    if (release.compareTo(ProsodyVersion.V0_11) < 0) {
      throw new IllegalArgumentException(
          "the rules of Prosody "
              + release
              + " are not known: configurations are evaluated for 0.11 and later");
    }
    boolean checksNames = release.compareTo(ProsodyVersion.V0_12) >= 0;
    return new ReleaseRules(
        checksNames,
        release.compareTo(ProsodyVersion.V13_0) >= 0,
        release.equals(ProsodyVersion.V13_0) || release.compareTo(REPORTS_UNKNOWN) >= 0,
        checksNames ? LuaVersion.V5_4 : LuaVersion.V5_1);
  }

  /** {@return the rules as a table of Lua} */
  String table() {
    return "{ names = " + names + ", options = " + options + ", unknown = " + unknown + " }";
  }
}
