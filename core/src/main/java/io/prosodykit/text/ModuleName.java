package io.prosodykit.text;

import java.util.Optional;
import java.util.regex.Pattern;

/** The names of Prosody modules: what follows {@code mod_} in the file's name. */
public final class ModuleName {
  private static final String PREFIX = "mod_";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_]{0,63}");

  private ModuleName() {}

  /** The name without the prefix that file names have. */
  public static String withoutPrefix(String name) {
    return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
  }

  /** What is wrong with a name, if anything is. */
  public static Optional<String> problem(String name) {
    if (name.startsWith(PREFIX)) {
      return Optional.of(
          "write the module name \"" + VisibleText.brief(name) + "\" without \"mod_\"");
    }
    return NAME.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            "\""
                + VisibleText.brief(name)
                + "\" is not a module name; a name has 1 to 64 lower-case letters, digits and"
                + " underscores, and does not begin with an underscore");
  }

  /**
   * The same name.
   *
   * @throws IllegalArgumentException if there is a {@link #problem} with it
   */
  public static String checked(String name) {
    problem(name)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
    return name;
  }
}
