package io.prosodykit.server;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.config.ComputedList;
import io.prosodykit.config.ConfigFile;
import io.prosodykit.config.ConfigOption;
import io.prosodykit.config.ConfigSection;
import io.prosodykit.lua.SourceProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects all reasons why the configurations of several modules cannot be combined. */
final class ConfigConflicts {
  private static final Pattern WILDCARD = Pattern.compile("[*?]");
  private static final Pattern INTERFACE = Pattern.compile("(.*_)?interfaces?");

  private final List<String> problems = new ArrayList<>();
  private final Map<String, ConfigOption> options = new HashMap<>();
  private final Map<String, ConfigSection> components = new HashMap<>();
  private final Map<String, String> conflicts = new HashMap<>();

  /** Adds conflicts between the services that the modules listen for. */
  void addServices(ImmutableSet<NetService> services) {
    Map<String, String> options = new HashMap<>(Ports.VARIABLES);
    for (NetService service : services) {
      String before = options.putIfAbsent(service.variable(), service.option());
      if (before != null) {
        problems.add(
            before
                + " and "
                + service.option()
                + " would both be named "
                + service.variable()
                + " in the environment of a command: give the service another name");
      }
    }
  }

  /** Adds the example of a module. */
  void addExample(ConfigFile file) {
    addUntold(file);
    for (ConfigSection section : file.sections()) {
      ConfigSection before = components.putIfAbsent(section.host(), section);
      if (before != null && !before.equals(section)) {
        problems.add(
            file.file()
                + " has "
                + section
                + ", but another module has "
                + before
                + ": verify them separately, or give each its own host");
      }
    }
    Map<String, ConfigOption> own = new HashMap<>();
    for (ConfigOption option : file.options()) {
      if (!ConfigFile.LISTS.contains(option.name())) {
        own.put(key(option), option);
      }
    }
    own.forEach(this::compare);
  }

  private void addUntold(ConfigFile file) {
    if (WILDCARD.matcher(String.valueOf(file.file().getFileName())).find()) {
      problems.add(file.file() + ": rename it: Prosody reads * and ? in Include as wildcards");
    }
    file.unread().forEach(problem -> problems.add(problem.toString()));
    for (ComputedList list : file.computed()) {
      SourceProblem problem =
          list.problem(
              "set "
                  + list.name()
                  + " to a list of quoted names, outside of conditions, because it is combined with"
                  + " other lists");
      problems.add(problem.toString());
    }
  }

  private void compare(String key, ConfigOption option) {
    ConfigOption before = options.putIfAbsent(key, option);
    if (before != null && !before.written().equals(option.written())) {
      SourceProblem conflict =
          option.problem(
              option.name()
                  + " in "
                  + option.section()
                  + " has a different value than in "
                  + before.place()
                  + ": set it in your own configuration file, or verify the modules separately");
      conflicts.put(key, conflict.toString());
    }
  }

  /** Adds the user's own file, which comes after all examples. */
  void addOwn(ConfigFile file, ImmutableSet<String> fixed) {
    addUntold(file);
    Set<String> refused = new HashSet<>();
    for (ConfigOption option : file.options()) {
      conflicts.remove(key(option));
      boolean isFixed =
          option.section().equals(ConfigSection.GLOBAL) && fixed.contains(option.name());
      boolean isInterface = INTERFACE.matcher(option.name()).matches();
      if ((isFixed || isInterface) && refused.add(option.name())) {
        String why =
            isInterface
                ? "the server listens only on the loopback interface"
                : "each server gets its own, which no other server uses";
        problems.add(option.problem("omit " + option.name() + ": " + why).toString());
      }
    }
  }

  private static String key(ConfigOption option) {
    return option.section().host() + " " + option.name();
  }

  /**
   * Reports the problems.
   *
   * @throws IllegalArgumentException if there are any
   */
  void check() {
    List<String> all = new ArrayList<>(problems);
    conflicts.values().stream().sorted().forEach(all::add);
    if (!all.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", all));
    }
  }
}
