package io.prosodykit.busted;

import com.google.common.collect.ImmutableList;
import io.prosodykit.json.Json;
import io.prosodykit.process.BoundedLines;
import io.prosodykit.process.PrintedText;
import io.prosodykit.text.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a program reported while it ran specs.
 *
 * @param results the result of each test
 * @param running where the program was last: {@code at} a test, {@code after} one, or {@code in} a
 *     file
 * @param isComplete whether it reported that all tests are done
 * @param lua the version of Lua that it reported, in the form of {@code _VERSION}
 * @param seed the seed of the random order
 * @param fault why some of the report could not be read
 */
record EventLog(
    ImmutableList<SpecResult> results,
    Optional<String> running,
    boolean isComplete,
    Optional<String> lua,
    OptionalLong seed,
    Optional<String> fault) {
  /** More than any event needs, because {@code report.lua} shortens its texts. */
  static final int LONGEST_EVENT = 2 << 20;

  /**
   * How much of the messages and traces of all results is kept whole, in characters. Later ones are
   * shortened, so that many long messages cost neither memory nor pages of output.
   */
  static final int MOST_TEXT = 1 << 20;

  /** A message that is shortened has no more characters than this. */
  private static final int SHORTENED = 200;

  /** Each test has two events: one when it starts and one when it ends. */
  static final int MOST_EVENTS = 200_000;

  /**
   * Reads events.
   *
   * @param file lines, each with the number of bytes printed so far, a space and an object. A last
   *     line without an end is ignored: the program was killed while it wrote that line. A missing
   *     file has no lines
   * @param printed what was printed
   * @throws IOException if the file cannot be read
   */
  static EventLog read(Path file, PrintedText printed) throws IOException {
    Reader reader = new Reader(printed);
    if (Files.exists(file)) {
      try (BoundedLines lines = new BoundedLines(file, LONGEST_EVENT)) {
        Optional<BoundedLines.Line> line = lines.next();
        for (int count = 0; line.isPresent() && count < MOST_EVENTS; count++) {
          reader.read(line.get());
          line = lines.next();
        }
        if (line.isPresent()) {
          reader.blame("it reported more results than fit into " + MOST_EVENTS + " events");
        }
      }
    }
    return reader.log();
  }

  /** Collects what events report. */
  private static final class Reader {
    private static final ImmutableList<String> TEXTS =
        ImmutableList.of("message", "trace", "expected", "actual");
    private static final double NANOS = 1e9;
    private static final int MOST_LINES = 10_000_000;

    private final PrintedText printed;
    private final ImmutableList.Builder<SpecResult> results = ImmutableList.builder();
    private Optional<String> running = Optional.empty();
    private Optional<String> lua = Optional.empty();
    private Optional<String> fault = Optional.empty();
    private OptionalLong seed = OptionalLong.empty();
    private boolean isComplete;
    private long printedBefore;
    private int textLeft = MOST_TEXT;

    Reader(PrintedText printed) {
      this.printed = printed;
    }

    EventLog log() {
      return new EventLog(results.build(), running, isComplete, lua, seed, fault);
    }

    void read(BoundedLines.Line line) {
      if (line.omitted() > 0) {
        blame("a result is longer than " + LONGEST_EVENT + " bytes, and was omitted");
        return;
      }
      int space = line.text().indexOf(' ');
      try {
        if (Json.read(line.text().substring(space + 1)) instanceof Map<?, ?> event) {
          add(event, Long.parseLong(line.text().substring(0, Math.max(space, 0))));
          return;
        }
      } catch (IllegalArgumentException e) {
        // specs can also write into the file of events, and write anything there
      }
      blame(
          "its file of results has a line that is not a result: " + VisibleText.brief(line.text()));
    }

    private void blame(String problem) {
      fault = fault.isPresent() ? fault : Optional.of(problem);
    }

    private void add(Map<?, ?> event, long before) {
      String place = text(event, "file") + ": " + text(event, "name");
      switch (text(event, "event")) {
        case "file" -> running = Optional.of("in " + text(event, "file"));
        case "start" -> {
          running = Optional.of("at " + place);
          lua = lua.isPresent() ? lua : optional(event, "lua");
        }
        case "test", "suite-error" -> {
          results.add(result(event, printed.text(printedBefore, before)));
          printedBefore = before;
          running = Optional.of("after " + place);
        }
        case "end" -> {
          isComplete = true;
          if (event.get("seed") instanceof Number number) {
            seed = OptionalLong.of(number.longValue());
          }
        }
        default -> throw new IllegalArgumentException("not an event");
      }
    }

    private SpecResult result(Map<?, ?> event, String output) {
      boolean isTest = text(event, "event").equals("test");
      double seconds = event.get("seconds") instanceof Number number ? number.doubleValue() : 0;
      String file = text(event, "file");
      int line =
          event.get("line") instanceof Number number
              ? number.intValue()
              : line(text(event, "message"), file + ":");
      boolean isWhole = fits(event);
      return new SpecResult(
          file,
          line,
          text(event, "name"),
          isTest ? SpecOutcome.parse(text(event, "outcome")) : SpecOutcome.ERROR,
          isWhole ? text(event, "message") : shortened(text(event, "message")),
          isWhole ? text(event, "trace").strip() : "",
          isWhole ? optional(event, "expected") : Optional.empty(),
          isWhole ? optional(event, "actual") : Optional.empty(),
          Duration.ofNanos((long) (Math.max(seconds, 0) * NANOS)),
          output);
    }

    /** Whether the texts of a result may be kept whole, beside those of the results before it. */
    private boolean fits(Map<?, ?> event) {
      int length = 0;
      for (String field : TEXTS) {
        length += text(event, field).length();
      }
      textLeft = Math.max(textLeft - length, 0);
      return length == 0 || textLeft > 0;
    }

    private static String shortened(String message) {
      if (message.length() <= SHORTENED) {
        return message;
      }
      int end =
          Character.isHighSurrogate(message.charAt(SHORTENED - 1)) ? SHORTENED - 1 : SHORTENED;
      return message.substring(0, end) + "… (shortened, because the results have too much text)";
    }

    /**
     * Returns the line that a message begins with, as Lua's own messages do: {@code
     * spec/x_spec.lua:12: …}.
     */
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

    private static Optional<String> optional(Map<?, ?> event, String name) {
      return Optional.ofNullable(event.get(name)).map(Object::toString);
    }

    private static String text(Map<?, ?> event, String name) {
      return optional(event, name).orElse("");
    }
  }
}
