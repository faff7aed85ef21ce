package io.prosodykit.packaging;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.prosodykit.files.DeviceNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks that files can be unpacked on every system, each to a place of its own below the folder.
 */
final class PortableNames {
  private static final CharMatcher PORTABLE =
      CharMatcher.inRange(' ', '~').and(CharMatcher.noneOf("\\:*?\"<>|"));

  private PortableNames() {}

  /**
   * Finds names that some system, or LuaRocks, does not support.
   *
   * @param paths the files, with slashes
   * @return what is wrong with each that cannot be installed everywhere, with the fix
   */
  static List<String> problems(Collection<String> paths) {
    List<String> problems = new ArrayList<>();
    Map<String, String> folded = new TreeMap<>();
    for (String path : paths) {
      String flaw = flaw(path);
      if (!flaw.isEmpty()) {
        problems.add("%s cannot be installed everywhere: %s".formatted(path, flaw));
      }
      addPrefixes(path, folded, problems);
    }
    return problems;
  }

  private static String flaw(String path) {
    // LuaRocks unpacks rocks with unzip, which changes other names depending on the locale
    if (!PORTABLE.matchesAllOf(path)) {
      return "rename it with ASCII characters other than \\ : * ? \" < > |";
    }
    for (String name : Splitter.on('/').split(path)) {
      if (DeviceNames.isDevice(name)) {
        return "rename " + name + ", which is a device on Windows";
      }
      if (name.endsWith(".") || name.endsWith(" ")) {
        return "rename \"" + name + "\" so that it does not end in a dot or space";
      }
    }
    return "";
  }

  /** Adds a file and the folders around it, by their names in lower case. */
  private static void addPrefixes(String path, Map<String, String> folded, List<String> problems) {
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      add(path.substring(0, end), folded, problems);
    }
    add(path, folded, problems);
  }

  private static void add(String path, Map<String, String> folded, List<String> problems) {
    String other = folded.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
    if (other != null && !other.equals(path)) {
      problems.add(
          "%s and %s are the same file on systems that ignore case: rename one of them"
              .formatted(other, path));
    }
  }
}
