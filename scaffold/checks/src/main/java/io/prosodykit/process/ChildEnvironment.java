package io.prosodykit.process;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.File;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The part of this process's environment that a process gets: {@code PATH}, {@code HOME}, {@code
 * LANG}, {@code TMPDIR}, {@code LC_*} and {@code LUA_*}, on Windows also what programs need there,
 * and named variables. This keeps a build's secrets from the modules that it tests.
 *
 * @param named other variables: names, and prefixes of names followed by {@code *}
 */
public record ChildEnvironment(ImmutableSet<String> named) {
  /** What every process gets. */
  public static final ChildEnvironment USUAL = new ChildEnvironment(ImmutableSet.of());

  private static final ImmutableList<String> PASSED =
      ImmutableList.of("PATH", "HOME", "LANG", "TMPDIR", "LC_*", "LUA_*");

  /** Windows ignores the case of these names. */
  private static final ImmutableList<String> PASSED_ON_WINDOWS =
      ImmutableList.of(
          "PATH", "PATHEXT", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "TEMP", "TMP");

  private static final boolean IS_WINDOWS = File.separatorChar == '\\';

  /**
   * Checks the names.
   *
   * @param named names, and prefixes of names followed by {@code *}
   * @throws IllegalArgumentException if a name is empty, {@code *} alone, or has a {@code =}, a NUL
   *     or another {@code *}
   */
  public ChildEnvironment {
    for (String name : named) {
      if (name.isEmpty() || name.equals("*") || !name.matches("[^=\\x00*]*\\*?")) {
        throw new IllegalArgumentException(
            "\""
                + name
                + "\" is not an environment variable: write JAVA_HOME, or CI_* for all"
                + " that begin with CI_");
      }
    }
  }

  /**
   * Adds variables that a process gets.
   *
   * @param names names such as {@code JAVA_HOME}, and prefixes of names such as {@code CI_*};
   *     variables that are not set are ignored
   * @return this environment with the variables added
   * @throws IllegalArgumentException if a name is empty, {@code *} alone, or has a {@code =}, a NUL
   *     or a {@code *} that is not at its end
   */
  public ChildEnvironment with(Collection<String> names) {
    return new ChildEnvironment(ImmutableSet.<String>builder().addAll(named).addAll(names).build());
  }

  /**
   * Removes from an environment what a process does not get.
   *
   * @param command the process, not started yet
   * @return the same process
   */
  public ProcessBuilder restrict(ProcessBuilder command) {
    command.environment().keySet().removeIf(name -> !passes(name, IS_WINDOWS));
    return command;
  }

  boolean passes(String name, boolean onWindows) {
    return isAmong(PASSED, name)
        || isAmong(named.asList(), name)
        || (onWindows && isAmong(PASSED_ON_WINDOWS, name.toUpperCase(Locale.ROOT)));
  }

  private static boolean isAmong(List<String> names, String name) {
    for (String each : names) {
      boolean meant =
          each.endsWith("*")
              ? name.startsWith(each.substring(0, each.length() - 1))
              : name.equals(each);
      if (meant) {
        return true;
      }
    }
    return false;
  }
}
