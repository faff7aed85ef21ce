package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server said at one time.
 *
 * <p>A line of the log of Prosody 0.11 to 13.0 is {@code TIME SOURCE LEVEL<tab>MESSAGE}, with
 * blanks that line up the levels: {@code 2026-11-23T05:55:11 localhost:greeter warn<tab>no text}.
 * Every line that is not of this form belongs to the message before it: the rest of a traceback, or
 * what somebody printed.
 *
 * @param time the time as it stands in the log, for example {@code 2026-11-23T05:55:11}
 * @param source who says it: {@code HOST:MODULE} for a module of a host, {@code mod_MODULE} for a
 *     global one, or a part of Prosody, for example {@code modulemanager}
 * @param level how bad it is
 * @param message what it says, in one line or several
 */
public record LogEntry(String time, String source, Level level, String message) {
  /** What the configuration sets {@code timestamps} to, which is in the words of strftime. */
  static final String TIMESTAMPS = "%Y-%m-%dT%H:%M:%S";

  private static final Pattern BEGIN =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d) \\S");

  /**
   * Looked for in the last characters before a tab, so that a long line takes no longer than that.
   */
  private static final Pattern LEVEL = Pattern.compile("\\s(debug|info|warn|error)\\z");

  private static final int LONGEST = 6;

  /** How bad an entry is; the later, the worse. */
  public enum Level {
    /** What helps to find faults. */
    DEBUG,
    /** What goes as it should. */
    INFO,
    /** What may go wrong. */
    WARN,
    /** What has gone wrong. */
    ERROR;

    private static Level parse(String text) {
      return switch (text) {
        case "debug" -> DEBUG;
        case "info" -> INFO;
        case "warn" -> WARN;
        default -> ERROR;
      };
    }
  }

  /**
   * Reads the text of a log.
   *
   * @param text any text
   * @return its entries in order; lines before the first one are left out
   */
  public static ImmutableList<LogEntry> parse(String text) {
    return LogExtract.of(text.lines(), entry -> true, Integer.MAX_VALUE).entries();
  }

  /** Reads a line; empty if it is not the first one of an entry. */
  static Optional<LogEntry> parseLine(String line) {
    Matcher begin = BEGIN.matcher(line);
    if (begin.lookingAt()) {
      // the first level with a tab behind it, for messages hold tabs as well
      for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', tab + 1)) {
        Matcher level = LEVEL.matcher(line).region(Math.max(begin.end(), tab - LONGEST), tab);
        if (level.find()) {
          String source = line.substring(begin.end() - 1, level.start()).stripTrailing();
          String message = line.substring(tab + 1);
          return Optional.of(
              new LogEntry(begin.group(1), source, Level.parse(level.group(1)), message));
        }
      }
    }
    return Optional.empty();
  }

  LogEntry withMessage(String other) {
    return new LogEntry(time, source, level, other);
  }

  /**
   * Tells whether it is a warning or an error.
   *
   * @return whether the level is {@link Level#WARN} or {@link Level#ERROR}
   */
  public boolean isComplaint() {
    return level.compareTo(Level.WARN) >= 0;
  }

  /** Prints it as it stands in the log, but for the blanks between its parts. */
  @Override
  public String toString() {
    String word =
        switch (level) {
          case DEBUG -> "debug";
          case INFO -> "info";
          case WARN -> "warn";
          case ERROR -> "error";
        };
    return time + " " + source + " " + word + " " + message;
  }
}
