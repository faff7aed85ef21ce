package io.prosodykit.busted;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of one test.
 *
 * @param file the file, from the folder in which the specs ran, with slashes: {@code
 *     spec/mod_greeter_spec.lua}
 * @param line the line of the test or of its failure, from 1; 0 if it is not known
 * @param name the names of the blocks around the test and its own, with spaces between
 * @param outcome how it ended
 * @param message what is wrong, perhaps on several lines; empty without
 * @param trace where Lua was then, on several lines; empty without
 * @param expected the value that an assertion wanted, as Lua prints it
 * @param actual the value that it got
 * @param time how long the test took
 * @param output what was printed since the test before it
 */
public record SpecResult(
    String file,
    int line,
    String name,
    SpecOutcome outcome,
    String message,
    String trace,
    Optional<String> expected,
    Optional<String> actual,
    Duration time,
    String output) {

  /**
   * Whether it counts against the module.
   *
   * @return true for a failure or an error
   */
  public boolean isFailed() {
    return outcome == SpecOutcome.FAILURE || outcome == SpecOutcome.ERROR;
  }

  /** Whether an assertion had two values and the message does not show them. */
  boolean hidesValues() {
    return actual.isPresent() && !message.contains(actual.get());
  }

  /** The file, and the line if it is known: {@code spec/mod_greeter_spec.lua:12}. */
  String place() {
    return line > 0 ? file + ":" + line : file;
  }

  /** The message without the place, with which those of Lua begin. */
  String plainMessage() {
    String place = place() + ": ";
    return message.startsWith(place) ? message.substring(place.length()) : message;
  }
}
