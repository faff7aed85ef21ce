package io.prosodykit.busted;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SpecTextTest {
  private static final Path BASE = Path.of("/work");

  private static SpecResult result(SpecOutcome outcome, String message, String trace) {
    boolean failure = outcome == SpecOutcome.FAILURE;
    return new SpecResult(
        "spec/a_spec.lua",
        12,
        "mod_a \u001b adds",
        outcome,
        message,
        trace,
        failure ? Optional.of("(string) 'a'\nb") : Optional.empty(),
        failure ? Optional.of("(string) 'c'\nd") : Optional.empty(),
        Duration.ZERO,
        "");
  }

  private static SpecSuite suite(String output, SpecResult... results) {
    return new SpecSuite(
        "mod_a",
        BASE.resolve("modules/mod_a"),
        LuaVersion.V5_1,
        ImmutableList.copyOf(results),
        output,
        OptionalLong.empty(),
        Duration.ofMillis(1234));
  }

  @Test
  void showsFailuresWithPlaceAndValues() {
    SpecSuite suite =
        suite(
            "said\u0007\nmore",
            result(SpecOutcome.SUCCESS, "", ""),
            result(SpecOutcome.PENDING, "later", ""),
            result(SpecOutcome.FAILURE, "spec/a_spec.lua:12: no", "not shown"),
            result(SpecOutcome.ERROR, "boom", "stack traceback:\n\there"));

    assertThat(SpecText.of(suite, "[1/2] ", BASE))
        .isEqualTo(
            """
              | said\\u0007
              | more
            [1/2] mod_a on Lua 5.1 (1.23 s): 1 pending, 1 passed, 2 failed
              modules/mod_a/spec/a_spec.lua:12: failure: mod_a \\u001B adds
                no
                passed in: (string) 'c'
                           d
                expected:  (string) 'a'
                           b
              modules/mod_a/spec/a_spec.lua:12: error: mod_a \\u001B adds
                boom
                stack traceback:
                  here
            """);
  }

  @Test
  void doesNotShowValuesTwice() {
    SpecSuite suite =
        suite("", result(SpecOutcome.FAILURE, "not (string) 'c'\nd but (string) 'a'\nb", ""));

    assertThat(SpecText.of(suite, BASE)).doesNotContain("passed in");
  }

  @Test
  void endsTheSummaryWithCounts() {
    SpecSuite suite = suite("", result(SpecOutcome.SUCCESS, "", ""));

    assertThat(SpecText.summary(new SpecReport(ImmutableList.of(suite, suite))))
        .isEqualTo("Specs: 2 passed, 0 failed\n");
    assertThat(
            SpecText.summary(
                new SpecReport(
                    ImmutableList.of(suite, suite("", result(SpecOutcome.PENDING, "", ""))))))
        .isEqualTo("Specs: 1 pending, 1 passed, 0 failed\n");
  }

  @Test
  void saysHowManyTestsFailInWhichModules() {
    SpecSuite passed = suite("", result(SpecOutcome.SUCCESS, "", ""));
    SpecSuite failed = suite("", result(SpecOutcome.ERROR, "boom", ""));

    assertThat(SpecText.failure(new SpecReport(ImmutableList.of(passed)))).isEmpty();
    assertThat(SpecText.failure(new SpecReport(ImmutableList.of(passed, failed))))
        .hasValue("1 test fails in mod_a");
    assertThat(SpecText.failure(new SpecReport(ImmutableList.of(failed, failed))))
        .hasValue("2 tests fail in mod_a");
  }
}
