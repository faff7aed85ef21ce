package io.prosodykit.packaging;

import java.util.regex.Pattern;

/** Versions that LuaRocks accepts: a version of letters, digits and dots, and a revision. */
final class RockVersion {
  private static final Pattern ROCK = Pattern.compile("[A-Za-z0-9.]+-[0-9]+");
  private static final String SNAPSHOT = "-SNAPSHOT";

  private RockVersion() {}

  static boolean isOne(String text) {
    return ROCK.matcher(text).matches();
  }

  /**
   * Makes one of another version: {@code 1.2.3} becomes {@code 1.2.3-1}, and a snapshot {@code
   * scm-1}, LuaRocks' name for what is not a release. Characters that LuaRocks does not accept
   * become dots.
   */
  static String of(String text) {
    if (isOne(text)) {
      return text;
    }
    String version = text.replaceAll("[^A-Za-z0-9.]+", ".");
    return text.endsWith(SNAPSHOT) || version.isEmpty() ? "scm-1" : version + "-1";
  }
}
