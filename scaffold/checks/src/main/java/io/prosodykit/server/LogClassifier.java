package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides which warnings and errors of a log are about modules under test: those that a module logs
 * itself, and those in which Prosody names a module, a line of its source or one of its options.
 */
final class LogClassifier {
  /**
   * Lua shortens the beginnings of file names: {@code ...es/mod_x/mod_x.lua:3}. The pattern matches
   * only where a name begins, so that long lines do not take long.
   */
  private static final Pattern PLACE =
      Pattern.compile("(?:\\G|(?<![^\\s:'\"<>\\[\\]]))([^\\s:'\"<>\\[\\]]+\\.lua):(\\d{1,9})");

  private static final String SHORTENED = "...";

  private final ImmutableList<Suspect> suspects;

  LogClassifier(List<ModuleUnderTest> modules) {
    this.suspects = modules.stream().map(Suspect::of).collect(ImmutableList.toImmutableList());
  }

  /**
   * A module, and how texts refer to it.
   *
   * @param mention its name as Prosody writes it outside of file names, or one of its options
   */
  private record Suspect(ModuleUnderTest module, Pattern mention) {
    static Suspect of(ModuleUnderTest module) {
      String name = Pattern.quote(module.name());
      StringBuilder pattern =
          new StringBuilder("\\bmod_" + name + "\\b(?![./]\\w)|\\b[Mm]odule ['\"]?" + name + "\\b");
      for (String option : module.options()) {
        pattern.append("|\\b").append(Pattern.quote(option)).append("\\b");
      }
      return new Suspect(module, Pattern.compile(pattern.toString()));
    }

    boolean says(String source) {
      String name = module.name();
      return source.equals("mod_" + name) || source.equals(name) || source.endsWith(":" + name);
    }
  }

  /**
   * Returns the complaint that an entry makes about modules; empty if it is not a warning or error,
   * or is about other modules.
   */
  Optional<Complaint> classify(LogEntry entry) {
    if (!entry.isComplaint()) {
      return Optional.empty();
    }
    Set<String> names = new TreeSet<>();
    for (Suspect suspect : suspects) {
      if (suspect.says(entry.source())) {
        names.add(suspect.module().name());
      }
    }
    boolean error = entry.level() == LogEntry.Level.ERROR;
    Complaint complaint =
        complaint(error ? "an error in the log" : "a warning in the log", entry.toString(), names);
    return complaint.modules().isEmpty() ? Optional.empty() : Optional.of(complaint);
  }

  /** {@return a complaint about the modules that a text refers to} */
  Complaint complaint(String title, String text) {
    return complaint(title, text, new TreeSet<>());
  }

  private Complaint complaint(String title, String text, Set<String> names) {
    for (Suspect suspect : suspects) {
      if (suspect.mention().matcher(text).find()) {
        names.add(suspect.module().name());
      }
    }
    Set<SourceLine> places = new LinkedHashSet<>();
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      add(place, names, places);
    }
    return new Complaint(ImmutableSet.copyOf(names), title, text, ImmutableList.copyOf(places));
  }

  private void add(Matcher place, Set<String> names, Set<SourceLine> places) {
    String written = place.group(1);
    boolean shortened = written.startsWith(SHORTENED);
    String end = shortened ? written.substring(SHORTENED.length()) : written;
    for (Suspect suspect : suspects) {
      for (Path file : suspect.module().files()) {
        String full = file.toString();
        boolean meant =
            shortened
                ? full.endsWith(end) && end.contains("/")
                : full.equals(end) || full.endsWith(" " + end);
        if (meant) {
          names.add(suspect.module().name());
          places.add(new SourceLine(file, Integer.parseInt(place.group(2))));
        }
      }
    }
  }
}
