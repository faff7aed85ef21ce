package io.prosodykit.server;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.text.EnumNames;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry of a server's log.
 *
 * <p>A line of the log of Prosody 0.11 to 13.0 is {@code TIME SOURCE LEVEL<tab>MESSAGE}, with
 * spaces that align the levels: {@code 2026-11-23T05:55:11 localhost:greeter warn<tab>no text}. A
 * line that does not have this form belongs to the message before it: the rest of a traceback, or
 * printed text.
 *
 * @param time the time as it is in the log, for example {@code 2026-11-23T05:55:11}
 * @param source where it comes from: {@code HOST:MODULE} for a module of a host, {@code mod_MODULE}
 *     for a global one, or a part of Prosody, for example {@code modulemanager}
 * @param level how severe it is
 * @param message the message, in one or more lines
 * @since 0.1.0
 */
public record LogEntry(String time, String source, Level level, String message) {
  /** The value of the option {@code timestamps}, a format of strftime. */
  static final String TIMESTAMPS = "%Y-%m-%dT%H:%M:%S";

  private static final Pattern BEGIN =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d) \\S");

  /** Searched for only in the last characters before a tab, so that long lines do not take long. */
  private static final Pattern LEVEL = Pattern.compile("\\s(debug|info|warn|error)\\z");

  private static final int LONGEST = 6;

  /** How severe an entry is, the least severe first. */
  public enum Level {
    /** Details for finding problems. */
    DEBUG,
    /** Normal operation. */
    INFO,
    /** A possible problem. */
    WARN,
    /** A failure. */
    ERROR;

    /** {@return the level as it is in the log, {@code warn}} */
    @JsonValue
    @Override
    public String toString() {
      return EnumNames.written(this);
    }

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
   * @return its entries in order, without lines before the first one
   */
  public static ImmutableList<LogEntry> parse(String text) {
    return LogExtract.of(text.lines(), entry -> true, Integer.MAX_VALUE).entries();
  }

  /** Reads a line; empty if it does not begin an entry. */
  static Optional<LogEntry> parseLine(String line) {
    Matcher begin = BEGIN.matcher(line);
    if (begin.lookingAt()) {
      // the first level before a tab, because messages may contain tabs
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

  /** {@return whether it is a {@link Level#WARN warning} or an {@link Level#ERROR error}} */
  public boolean isComplaint() {
    return level.compareTo(Level.WARN) >= 0;
  }

  /** {@return the entry as it is in the log, with one space between its parts} */
  @Override
  public String toString() {
    return time + " " + source + " " + level + " " + message;
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    return ImmutableMap.of(
        "time", time, "source", source, "level", level.toString(), "message", message);
  }
}
