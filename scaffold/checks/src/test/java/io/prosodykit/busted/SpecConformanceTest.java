package io.prosodykit.busted;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.prosodykit.testing.RequiresProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the specs in {@code conformance} by our runner and by busted in the same Lua, and compares
 * test by test: order, full name, outcome, line of the failure, faults outside of tests, and all
 * that the specs print.
 */
@RequiresProgram({"busted", "lua5.1", "lua5.4"})
class SpecConformanceTest {
  /** Specs that may run in any order. */
  private static final Set<String> UNORDERED = Set.of("randomize_free_spec.lua");

  /**
   * Specs with a single result in busted; a single result of any other spec means that it is
   * broken.
   */
  private static final Set<String> ONE_EVENT =
      Set.of("broken_spec.lua", "standalone_spec.lua", "uncompilable_spec.lua");

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path work;

  /** A test, or a fault outside of tests; busted's line is ? where it is not in the spec file. */
  record Event(String outcome, String name, String line) {}

  /** What a run reported and printed. */
  record Run(List<Event> events, String output) {
    private static final Event NONE = new Event("nothing", "", "?");

    /** The events as text, without the lines that another run does not know. */
    private String comparable(Run other) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < events.size(); i++) {
        Event event = events.get(i);
        Event counterpart = i < other.events.size() ? other.events.get(i) : NONE;
        boolean known = !event.line.equals("?") && !counterpart.line.equals("?");
        text.append(event.outcome).append(" | ").append(event.name);
        text.append(" | ").append(known ? event.line : "?").append('\n');
      }
      return text.append("printed:\n").append(output).toString();
    }

    private Run sorted() {
      return new Run(
          events.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList(),
          output.lines().sorted().collect(joining("\n")));
    }
  }

  private static List<String> specs() throws IOException {
    try (Stream<Path> files = Files.list(SpecHost.CONFORMANCE)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("_spec.lua"))
          .sorted()
          .toList();
    }
  }

  static Stream<Arguments> runs() throws IOException {
    return specs().stream()
        .flatMap(spec -> Stream.of("lua5.1", "lua5.4").map(lua -> Arguments.of(spec, lua)));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void doesWhatBustedDoes(String spec, String lua) throws IOException, InterruptedException {
    Run busted = busted(lua, List.of(), spec);
    Run ours = ours(lua, List.of(), spec);
    assertThat(busted.events).hasSizeGreaterThan(ONE_EVENT.contains(spec) ? 0 : 1);
    if (UNORDERED.contains(spec)) {
      busted = busted.sorted();
      ours = ours.sorted();
    }
    assertThat(ours.comparable(busted)).isEqualTo(busted.comparable(ours));
  }

  static Stream<Arguments> filters() {
    return Stream.of(
            Arguments.of("--tags=slow", "--tags=slow"),
            Arguments.of("--tags=fast --exclude-tags=slow", "--tags=fast --exclude_tags=slow"),
            Arguments.of("--exclude-tags=slow", "--exclude_tags=slow"),
            Arguments.of("--filter=two", "--pattern=two"),
            Arguments.of("--filter=^slow.*one", "--pattern=^slow.*one"),
            Arguments.of("--filter-out=things", "--exclude=things"),
            Arguments.of("--filter=one --filter-out=deeper", "--pattern=one --exclude=deeper"),
            Arguments.of("--shuffle --seed=42", "--shuffle=true --seed=42"),
            Arguments.of("--shuffle --seed=43", "--shuffle=true --seed=43"))
        .flatMap(
            pair ->
                Stream.of("lua5.1", "lua5.4")
                    .map(lua -> Arguments.of(pair.get()[0], pair.get()[1], lua)));
  }

  @ParameterizedTest
  @MethodSource("filters")
  void filtersAndShufflesAsBustedDoes(String bustedOptions, String options, String lua)
      throws IOException, InterruptedException {
    Run busted = busted(lua, List.of(bustedOptions.split(" ")), "tags_spec.lua");
    Run ours = ours(lua, List.of(options.split(" ")), "tags_spec.lua");
    assertThat(busted.events).isNotEmpty();
    assertThat(ours.comparable(busted)).isEqualTo(busted.comparable(ours));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hooks_order_spec.lua", "hooks_failing_spec.lua", "hooks_empty_spec.lua"})
  void setsUpLazilyAsBustedDoes(String spec) throws IOException, InterruptedException {
    Run busted = busted("lua5.4", List.of("--lazy"), spec);
    Run ours = ours("lua5.4", List.of("--lazy=true"), spec);
    assertThat(ours.comparable(busted)).isEqualTo(busted.comparable(ours));
  }

  @Test
  void letsFilesShareTheirGlobalsAsBustedDoes() throws IOException, InterruptedException {
    String[] files = {"sharing_spec.lua", "sharing_other_spec.lua"};
    Run busted = busted("lua5.4", List.of("--no-auto-insulate"), files);
    Run ours = ours("lua5.4", List.of("--auto_insulate=false"), files);
    assertThat(ours.comparable(busted)).isEqualTo(busted.comparable(ours));
    assertThat(ours.events).extracting(Event::outcome).containsOnly("success");
  }

  @Test
  void runsSeveralFilesAsBustedDoes() throws IOException, InterruptedException {
    String[] files = {
      "insulate_spec.lua",
      "insulate_other_spec.lua",
      "uncompilable_spec.lua",
      "broken_spec.lua",
      "globals_spec.lua",
    };
    Run busted = busted("lua5.4", List.of(), files);
    Run ours = ours("lua5.4", List.of(), files);
    assertThat(ours.comparable(busted)).isEqualTo(busted.comparable(ours));
  }

  @ParameterizedTest
  @MethodSource("runs")
  @RequiresProgram({"lua5.2", "lua5.3"})
  void runsInTheLuasBetween(String spec, String lua) throws IOException, InterruptedException {
    String between = lua.equals("lua5.1") ? "lua5.2" : "lua5.3";
    List<String> names = ours(lua, List.of(), spec).events.stream().map(Event::name).toList();
    assertThat(ours(between, List.of(), spec).events.stream().map(Event::name))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  private Run busted(String lua, List<String> options, String... files)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("busted", "--lua=" + lua));
    command.add("--output=" + SpecHost.CONFORMANCE.resolve("events.lua"));
    command.addAll(options);
    String output = run(command, files);
    return new Run(
        Files.readAllLines(work.resolve("events")).stream()
            .map(line -> line.split("\t", -1))
            .map(fields -> new Event(fields[0], fields[1], fields[2]))
            .toList(),
        output);
  }

  private Run ours(String lua, List<String> options, String... files)
      throws IOException, InterruptedException {
    String output = run(SpecHost.command(lua, options), files);
    List<JsonNode> lines = SpecHost.events(work.resolve("events"));
    assertThat(lines.get(lines.size() - 1).path("event").asText()).isEqualTo("end");
    List<Event> events = new ArrayList<>();
    for (JsonNode event : lines) {
      String kind = event.path("event").asText();
      if (kind.equals("test") || kind.equals("suite-error")) {
        events.add(
            new Event(
                event.path("outcome").asText(kind),
                event.path("name").asText().replace("\n", "\\n").replace("\t", "\\t"),
                event.path("line").asText("?")));
      }
    }
    return new Run(events, output);
  }

  private String run(List<String> command, String... files)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(files));
    return SpecHost.run(SpecHost.CONFORMANCE, work.resolve("events"), work.resolve("output"), all);
  }
}
