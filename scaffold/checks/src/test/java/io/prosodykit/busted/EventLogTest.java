package io.prosodykit.busted;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.process.PrintedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLogTest {
  private static final String PASSED =
      "0 {\"event\":\"test\",\"file\":\"a\",\"name\":\"t\",\"outcome\":\"success\"}\n";

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private EventLog read(String lines, String output) throws IOException {
    Path printed = Files.writeString(folder.resolve("output"), output);
    Path events = Files.writeString(folder.resolve("events"), lines);
    return EventLog.read(events, PrintedText.read(printed));
  }

  @Test
  void readsTheResultOfATest() throws IOException {
    EventLog log =
        read(
            """
            0 {"event":"file","file":"spec/a_spec.lua"}
            3 {"event":"test","file":"spec/a_spec.lua","name":"mod_a adds","path":["mod_a","adds"],\
            "line":7,"outcome":"failure","message":"no","trace":"\\nhere","expected":"1",\
            "actual":"2","seconds":0.25}
            8 {"event":"end","seed":42}
            """,
            "oh\nüber\n");

    assertThat(log.isComplete()).isTrue();
    assertThat(log.seed()).hasValue(42);
    SpecResult result = log.results().get(0);
    assertThat(result.file()).isEqualTo("spec/a_spec.lua");
    assertThat(result.name()).isEqualTo("mod_a adds");
    assertThat(result.line()).isEqualTo(7);
    assertThat(result.outcome()).isEqualTo(SpecOutcome.FAILURE);
    assertThat(result.message()).isEqualTo("no");
    assertThat(result.trace()).isEqualTo("here");
    assertThat(result.expected()).contains("1");
    assertThat(result.actual()).contains("2");
    assertThat(result.time()).isEqualTo(Duration.ofMillis(250));
    assertThat(result.output()).isEqualTo("oh\n");
  }

  @Test
  void saysWhereAnUnfinishedProgramWas() throws IOException {
    String file = "0 {\"event\":\"file\",\"file\":\"a\"}\n";
    String test = PASSED;
    String start = "0 {\"event\":\"start\",\"file\":\"a\",\"name\":\"u\",\"lua\":\"Lua 5.3\"}\n";

    assertThat(read("", "").running()).isEmpty();
    assertThat(read(file, "").running()).contains("in a");
    assertThat(read(file + test, "").running()).contains("after a: t");
    assertThat(read(file + test + start, "").running()).contains("at a: u");
    assertThat(read(file + test + start, "").lua()).contains("Lua 5.3");
    assertThat(read(file + test, "").isComplete()).isFalse();
  }

  @Test
  void keepsTheTextsOfManyLongResultsWithinALimit() throws IOException {
    String failed =
        "0 {\"event\":\"test\",\"file\":\"a\",\"name\":\"t\",\"outcome\":\"failure\","
            + "\"message\":\"%s\",\"trace\":\"%s\",\"expected\":\"1\"}\n";
    String flood = failed.formatted("m".repeat(32_000), "at here").repeat(300);
    EventLog log = read(flood + failed.formatted("short", "at there"), "");

    assertThat(log.results()).hasSize(301);
    assertThat(log.results().get(0).message()).hasSize(32_000);
    assertThat(log.results().get(299).message())
        .startsWith("mmm")
        .endsWith("… (shortened, because the results have too much text)")
        .hasSizeLessThan(300);
    assertThat(log.results().get(300).message()).isEqualTo("short");
    assertThat(
            log.results().stream()
                .mapToLong(result -> result.message().length() + result.trace().length())
                .sum())
        .isLessThan(EventLog.MOST_TEXT + 301 * 300L);
    assertThat(log.fault()).isEmpty();
  }

  @Test
  void omitsALineThatIsCutOff() throws IOException {
    assertThat(read("0 {\"event\":\"file\",\"file\":\"a\"}\n0 {\"event\":\"te", "").results())
        .isEmpty();
  }

  @Test
  void readsAnErrorOfASuiteAsAnError() throws IOException {
    SpecResult result =
        read(
                "0 {\"event\":\"suite-error\",\"file\":\"a.lua\",\"name\":\"a.lua\","
                    + "\"message\":\"a.lua:12: bad\"}\n",
                "")
            .results()
            .get(0);

    assertThat(result.outcome()).isEqualTo(SpecOutcome.ERROR);
    assertThat(result.line()).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 {\"event\":\"rest\"}",
        "0 {\"event\":",
        "0 {\"event\":\"test\",\"outcome\":\"great\"}",
        "x {\"event\":\"file\"}",
        "99999999999999999999 {\"event\":\"file\"}",
        "{\"event\":\"file\"}",
        "0 []",
        "nothing",
        ""
      })
  void keepsTheResultsAroundALineThatIsNotAnEvent(String line) throws IOException {
    EventLog log = read(PASSED + line + "\n" + PASSED, "");

    assertThat(log.results()).hasSize(2);
    assertThat(log.fault())
        .contains("its file of results has a line that is not a result: " + line);
  }

  @Test
  void keepsTheResultsAroundOneThatIsTooLong() throws IOException {
    String large = PASSED.replace("\"t\"", "\"" + "t".repeat(EventLog.LONGEST_EVENT) + "\"");

    EventLog log = read(PASSED + large + PASSED, "");

    assertThat(log.results()).hasSize(2);
    assertThat(log.fault()).contains("a result is longer than 2097152 bytes, and was omitted");
  }

  @Test
  void readsNoMoreResultsThanFitIntoMemory() throws IOException {
    EventLog log = read(PASSED.repeat(EventLog.MOST_EVENTS + 1), "");

    assertThat(log.results()).hasSize(EventLog.MOST_EVENTS);
    assertThat(log.fault()).contains("it reported more results than fit into 200000 events");
  }
}
