package io.prosodykit.busted;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.Optional;

/**
 * The result of one test.
 *
 * @param file the file, relative to the folder in which the specs ran, with slashes: {@code
 *     spec/mod_greeter_spec.lua}
 * @param line the line of the test or of its failure, from 1; 0 if it is not known
 * @param name the names of the blocks around the test and its own, separated by spaces
 * @param outcome how it ended
 * @param message what is wrong, possibly on several lines; empty if nothing is
 * @param trace the stack trace of Lua, on several lines; empty if there is none
 * @param expected the value that an assertion expected, as Lua prints it
 * @param actual the value that it got
 * @param time how long the test took
 * @param output what was printed since the previous test
 * @since 0.1.0
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

  /** {@return true for a failure or an error, which count against the module} */
  public boolean isFailed() {
    return outcome == SpecOutcome.FAILURE || outcome == SpecOutcome.ERROR;
  }

  /** {@return whether an assertion compared two values and the message does not show them} */
  boolean hidesValues() {
    return actual.isPresent() && !message.contains(actual.get());
  }

  /** {@return the file, and the line if it is known: {@code spec/mod_greeter_spec.lua:12}} */
  String place() {
    return line > 0 ? file + ":" + line : file;
  }

  /** {@return the message without the place that Lua's messages begin with} */
  String plainMessage() {
    String place = place() + ": ";
    return message.startsWith(place) ? message.substring(place.length()) : message;
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("file", file).put("line", line).put("name", name).put("outcome", outcome.toString());
    fields.put("message", message).put("trace", trace);
    expected.ifPresent(value -> fields.put("expected", value));
    actual.ifPresent(value -> fields.put("actual", value));
    return fields.put("milliseconds", time.toMillis()).put("output", output).buildOrThrow();
  }
}
