package io.prosodykit.busted;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.prosodykit.files.SlashedPath;
import io.prosodykit.lua.LuaVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * The results of the specs of one module in one Lua.
 *
 * @param module the module, {@code mod_greeter}
 * @param folder the folder in which its specs ran
 * @param lua the version of Lua that ran them
 * @param results the results of the tests, in the order in which they ended. If the process was
 *     ended before it had run them all, the last one is an error that says why
 * @param output all that the specs printed
 * @param seed the seed of the random order; empty if the order was not random
 * @param time how long it took, including the start of the process
 * @since 0.1.0
 */
public record SpecSuite(
    String module,
    Path folder,
    LuaVersion lua,
    ImmutableList<SpecResult> results,
    String output,
    OptionalLong seed,
    Duration time) {

  /**
   * Counts the tests with an outcome.
   *
   * @param outcome the outcome
   * @return how many there are
   */
  public int count(SpecOutcome outcome) {
    int count = 0;
    for (SpecResult result : results) {
      if (result.outcome() == outcome) {
        count++;
      }
    }
    return count;
  }

  /**
   * Counts the failures and errors.
   *
   * @return how many there are
   */
  public int failed() {
    return count(SpecOutcome.FAILURE) + count(SpecOutcome.ERROR);
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("module", module).put("folder", SlashedPath.of(folder)).put("lua", lua.toString());
    fields.put("results", Lists.transform(results, SpecResult::document)).put("output", output);
    seed.ifPresent(number -> fields.put("seed", number));
    return fields.put("milliseconds", time.toMillis()).buildOrThrow();
  }
}
