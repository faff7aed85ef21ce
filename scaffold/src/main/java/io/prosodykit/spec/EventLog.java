package io.prosodykit.spec;

import com.google.common.collect.ImmutableList;
import io.prosodykit.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a program told while it ran specs.
 *
 * @param results what came of each test
 * @param running where the program was last: {@code at} a test, {@code after} one, or {@code in} a
 *     file
 * @param isComplete whether it told that all is done
 * @param lua the version of Lua that it told, as {@code _VERSION} has it
 * @param seed what an order by chance began with
 */
record EventLog(
    ImmutableList<SpecResult> results,
    Optional<String> running,
    boolean isComplete,
    Optional<String> lua,
    OptionalLong seed) {
  private static final double NANOS = 1e9;
  private static final int MOST_LINES = 10_000_000;

  /**
   * Reads events.
   *
   * @param lines each with the bytes that had been printed, a space and an object. The last is left
   *     out if its end is missing, for then the program was ended while it wrote
   * @param output all that was printed
   * @throws IOException if a line is not of that form
   */
  static EventLog read(String lines, byte[] output) throws IOException {
    ImmutableList.Builder<SpecResult> results = ImmutableList.builder();
    Optional<String> running = Optional.empty();
    Optional<String> lua = Optional.empty();
    boolean complete = false;
    OptionalLong seed = OptionalLong.empty();
    int printed = 0;
    int begin = 0;
    for (int end = lines.indexOf('\n'); end >= 0; end = lines.indexOf('\n', begin)) {
      int space = lines.indexOf(' ', begin);
      int before = Math.min(Integer.parseInt(lines, begin, space, 10), output.length);
      Map<?, ?> event = event(lines.substring(space + 1, end));
      begin = end + 1;
      switch (text(event, "event")) {
        case "file" -> running = Optional.of("in " + text(event, "file"));
        case "start" -> {
          running = Optional.of("at " + text(event, "file") + ": " + text(event, "name"));
          lua = lua.isPresent() ? lua : Optional.ofNullable((String) event.get("lua"));
        }
        case "test", "suite-error" -> {
          int from = Math.min(printed, before);
          results.add(
              result(event, new String(output, from, before - from, StandardCharsets.UTF_8)));
          printed = before;
          running = Optional.of("after " + text(event, "file") + ": " + text(event, "name"));
        }
        case "end" -> {
          complete = true;
          seed =
              event.get("seed") instanceof Number number
                  ? OptionalLong.of(number.longValue())
                  : OptionalLong.empty();
        }
        default -> throw new IOException("not an event: " + event);
      }
    }
    return new EventLog(results.build(), running, complete, lua, seed);
  }

  private static Map<?, ?> event(String text) throws IOException {
    try {
      if (Json.read(text) instanceof Map<?, ?> event) {
        return event;
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("not an event: " + text, e);
    }
    throw new IOException("not an event: " + text);
  }

  private static SpecResult result(Map<?, ?> event, String output) {
    boolean isTest = text(event, "event").equals("test");
    double seconds = event.get("seconds") instanceof Number number ? number.doubleValue() : 0;
    String file = text(event, "file");
    int line =
        event.get("line") instanceof Number number
            ? number.intValue()
            : line(text(event, "message"), file + ":");
    return new SpecResult(
        file,
        line,
        text(event, "name"),
        isTest ? SpecOutcome.parse(text(event, "outcome")) : SpecOutcome.ERROR,
        text(event, "message"),
        text(event, "trace").strip(),
        Optional.ofNullable((String) event.get("expected")),
        Optional.ofNullable((String) event.get("actual")),
        Duration.ofNanos((long) (Math.max(seconds, 0) * NANOS)),
        output);
  }

  /** The line that a message begins with, as Lua's own do: {@code spec/x_spec.lua:12: …}. */
  private static int line(String message, String file) {
    int line = 0;
    if (message.startsWith(file)) {
      for (int i = file.length(); i < message.length() && line < MOST_LINES; i++) {
        char c = message.charAt(i);
        if (c < '0' || c > '9') {
          break;
        }
        line = line * 10 + c - '0';
      }
    }
    return line;
  }

  private static String text(Map<?, ?> event, String name) {
    Object value = event.get(name);
    return value == null ? "" : value.toString();
  }
}
