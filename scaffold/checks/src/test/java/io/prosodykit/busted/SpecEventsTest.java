package io.prosodykit.busted;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.prosodykit.testing.RequiresProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the runner reports about tests, beyond what busted can report. */
@RequiresProgram({"lua5.1", "lua5.2", "lua5.3", "lua5.4"})
class SpecEventsTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path work;

  private List<JsonNode> events(String lua, String spec, String... settings)
      throws IOException, InterruptedException {
    Files.write(work.resolve("x_spec.lua"), spec.getBytes(StandardCharsets.ISO_8859_1));
    List<String> arguments = new ArrayList<>(List.of(settings));
    arguments.add("x_spec.lua");
    Path events = work.resolve("events");
    SpecHost.run(work, events, work.resolve("output"), SpecHost.command(lua, arguments));
    return SpecHost.events(events);
  }

  private List<JsonNode> tests(String lua, String spec) throws IOException, InterruptedException {
    return events(lua, spec).stream()
        .filter(event -> event.path("event").asText().equals("test"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lua5.1", "lua5.2", "lua5.3", "lua5.4"})
  void reportsWhatAFailureIsAbout(String lua) throws IOException, InterruptedException {
    JsonNode test =
        tests(
                lua,
                """
                describe("outer", function()
                  it("inner", function()
                    assert.equals("wanted", "got")
                  end)
                end)
                """)
            .get(0);
    assertThat(test.path("outcome").asText()).isEqualTo("failure");
    assertThat(test.path("name").asText()).isEqualTo("outer inner");
    assertThat(test.path("path")).map(JsonNode::asText).containsExactly("outer", "inner");
    assertThat(test.path("file").asText()).isEqualTo("x_spec.lua");
    assertThat(test.path("line").asInt()).isEqualTo(3);
    assertThat(test.path("expected").asText()).isEqualTo("(string) 'wanted'");
    assertThat(test.path("actual").asText()).isEqualTo("(string) 'got'");
    assertThat(test.path("message").asText())
        .isEqualTo(
            """
            x_spec.lua:3: Expected objects to be equal.
            Passed in:
            (string) 'got'
            Expected:
            (string) 'wanted'""");
    assertThat(test.path("trace").asText()).contains("x_spec.lua:3: in function");
    assertThat(test.path("seconds").asDouble()).isBetween(0.0, 10.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lua5.1", "lua5.2", "lua5.3", "lua5.4"})
  void doesNotEndWhenASpecDoes(String lua) throws IOException, InterruptedException {
    List<JsonNode> tests =
        tests(
            lua,
            """
            it("exits", function() os.exit(3) end)
            it("exits in secret", function() pcall(os.exit) end)
            it("goes on", function() end)
            """);
    assertThat(tests)
        .map(test -> test.path("outcome").asText())
        .containsExactly("error", "error", "success");
    assertThat(tests.get(0).path("message").asText()).contains("os.exit(3) was called");
    assertThat(tests.get(1).path("message").asText()).contains("os.exit() was called");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lua5.1", "lua5.4"})
  void showsBytesThatAreNotText(String lua) throws IOException, InterruptedException {
    JsonNode test =
        tests(
                lua,
                "it('a', function() error('\\255 \\195\\169 \\195( \\237\\160\\128 \\0\\127\\\\', 0)"
                    + " end)")
            .get(0);
    assertThat(test.path("message").asText())
        .endsWith("\\xFF \u00e9 \\xC3( \\xED\\xA0\\x80 \0\u007f\\");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lua5.1", "lua5.4"})
  void saysWhereAProcessMightEnd(String lua) throws IOException, InterruptedException {
    List<JsonNode> events = events(lua, "it('a', function() end)", "--seed=7");
    assertThat(events)
        .map(event -> event.path("event").asText())
        .containsExactly("file", "start", "test", "end");
    assertThat(events.get(1).path("lua").asText()).isEqualTo(lua.replace("lua", "Lua "));
    assertThat(events.get(3).path("seed").asInt()).isEqualTo(7);
  }
}
