package io.prosodykit.catalog;

import io.prosodykit.text.VisibleText;
import java.util.Optional;

/** The names of Prosody modules: what follows {@code mod_} in the file's name. */
final class ModuleName {
  private static final String PREFIX = "mod_";
  private static final int LONGEST = 64;

  private ModuleName() {}

  /** The name without the prefix that file names have. */
  static String withoutPrefix(String name) {
    return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
  }

  /** What is wrong with a name, if anything is. */
  static Optional<String> problem(String name) {
    if (name.startsWith(PREFIX)) {
      return Optional.of(
          "write the module name \"" + VisibleText.brief(name) + "\" without \"mod_\"");
    }
    return isName(name)
        ? Optional.empty()
        : Optional.of(
            "\""
                + VisibleText.brief(name)
                + "\" is not a module name; a name has 1 to 64 lower-case letters, digits and"
                + " underscores, and does not begin with an underscore");
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!alphanumeric && (c != '_' || i == 0)) {
        return false;
      }
    }
    return !name.isEmpty() && name.length() <= LONGEST;
  }
}
