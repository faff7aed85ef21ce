package io.prosodykit.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.prosodykit.testing.RequiresProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LuaDepthTest {
  private static final int DEPTH = 100_000;
  private static final Duration LONG = Duration.ofSeconds(10);

  @SuppressWarnings("NullAway.Init") // set before each test
  @TempDir
  private Path folder;

  static Stream<Arguments> deepSources() {
    return Stream.of(
        deep("parentheses", "x=", "(", "a", ")"),
        deep("braces", "x=", "{", "", "}"),
        deep("brackets", "x=", "a[", "1", "]"),
        deep("arguments", "x=", "f(", "", ")"),
        deep("not", "x=", "not ", "a", ""),
        deep("minus", "x=", "- ", "a", ""),
        deep("power", "x=", "a^", "a", ""),
        deep("concatenation", "x=", "a..", "a", ""),
        deep("sum", "x=", "a+", "a", ""),
        deep("comparison", "x=", "a==", "a", ""),
        deep("functions", "x=", "function() return ", "1", " end "),
        deep("methods", "", "function a:b() ", "", "end "),
        deep("do", "", "do ", "", "end "),
        deep("while", "", "while x do ", "", "end "),
        deep("if", "", "if x then ", "", "end "),
        deep("else", "", "if x then else ", "", "end "),
        deep("for", "", "for i=1,2 do ", "", "end "),
        deep("repeat", "", "repeat ", "", "until x "),
        deep("only openers", "x=", "f(function() ", "", ""),
        deep("only closers", "", "", "", "end "),
        deep("fields", "x=a", ".b", "", ""),
        deep("calls", "a", "()", "", ""),
        deep("method calls", "a", ":b{}", "", ""),
        deep("indices", "x=a", "[b]", "", ""),
        deep("labels", "", "::a:: ", "", ""),
        deep("targets", "", "a,", "a=1", ""),
        deep("values", "x=", "a,", "a", ""),
        deep("returned values", "return ", "1,", "1", ""),
        deep("table fields", "x={", "1,", "}", ""),
        deep("statements", "", "x=1 ", "", ""),
        deep("semicolons", "", ";", "", ""),
        deep("functions in a row", "", "x=function() end ", "", ""),
        deep("broken statements", "", "x = = 1\n", "", ""),
        deep("quotes", "", "\"\n", "", ""),
        deep("characters", "", "@", "", ""));
  }

  private static Arguments deep(
      String name, String before, String opening, String inside, String closing) {
    return Arguments.of(name, before + opening.repeat(DEPTH) + inside + closing.repeat(DEPTH));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("deepSources")
  void readsDeepSourcesInTime(String name, String source) {
    LuaChunk chunk = assertTimeoutPreemptively(LONG, () -> LuaChunk.parse(source));
    AtomicInteger nodes = new AtomicInteger();

    chunk.block().walk(node -> nodes.incrementAndGet());

    assertThat(nodes.get()).as(name).isPositive();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("deepSources")
  @RequiresProgram({
    "sh", "lua5.1", "lua5.2", "lua5.3", "lua5.4", "luac5.1", "luac5.2", "luac5.3", "luac5.4"
  })
  void agreesWithTheCompilersOnDeepSources(String name, String source) throws IOException {
    Luac.assertAgreesOn(List.of(source.getBytes(StandardCharsets.UTF_8)), folder);
  }
}
