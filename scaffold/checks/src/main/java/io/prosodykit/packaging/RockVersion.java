package io.prosodykit.packaging;

import io.prosodykit.module.RockspecRules;

/** Versions of packages, which are {@linkplain RockspecRules#isVersion versions} of LuaRocks. */
final class RockVersion {
  private static final String SNAPSHOT = "-SNAPSHOT";

  private RockVersion() {}

  /**
   * Makes one of another version: {@code 1.2.3} becomes {@code 1.2.3-1}, and a snapshot {@code
   * scm-1}, LuaRocks' name for what is not a release. Characters that LuaRocks does not accept
   * become dots.
   */
  static String of(String text) {
    if (RockspecRules.isVersion(text)) {
      return text;
    }
    String version = text.replaceAll("[^A-Za-z0-9.]+", ".");
    return text.endsWith(SNAPSHOT) || version.isEmpty() ? "scm-1" : version + "-1";
  }
}
