package io.prosodykit.busted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.testing.ProsodyReleases;
import io.prosodykit.testing.RequiresProgram;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs specs in the machine's busted. */
@RequiresProgram({"busted", "lua5.1", "lua5.2", "lua5.3", "lua5.4"})
class BustedTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private SpecSuite run(String spec, UnaryOperator<SpecRunBuilder> settings) throws Exception {
    Tree.write(folder, ImmutableMap.of("mod_a/mod_a.lua", "", "mod_a/spec/a_spec.lua", spec));
    SpecRunBuilder builder = SpecRun.builder(List.of(folder)).runner(SpecRunner.BUSTED);
    return settings.apply(builder).build().run(suite -> {}).suites().get(0);
  }

  @ParameterizedTest
  @EnumSource(LuaVersion.class)
  void reportsHowEachTestEnded(LuaVersion lua) throws Exception {
    SpecSuite suite =
        run(
            """
            describe("mod_a", function ()
              it("succeeds", function () print(_VERSION); end);
              it("fails", function () assert.equal("a", "b"); end);
              it("breaks", function () error("boom"); end);
              pending("waits");
            end);
            """,
            builder -> builder.lua(List.of(lua)));

    assertThat(suite.results())
        .extracting(SpecResult::name)
        .containsExactly("mod_a succeeds", "mod_a fails", "mod_a breaks", "mod_a waits");
    assertThat(suite.results())
        .extracting(SpecResult::outcome)
        .containsExactly(
            SpecOutcome.SUCCESS, SpecOutcome.FAILURE, SpecOutcome.ERROR, SpecOutcome.PENDING);
    assertThat(suite.results().get(0).output()).isEqualTo("Lua " + lua + "\n");
    SpecResult failure = suite.results().get(1);
    assertThat(failure.line()).isEqualTo(3);
    assertThat(failure.expected()).contains("(string) 'a'");
    assertThat(failure.actual()).contains("(string) 'b'");
    assertThat(suite.results().get(2).message()).isEqualTo("spec/a_spec.lua:4: boom");
  }

  @Test
  void reportsWhichTestRanTooLong() throws Exception {
    SpecSuite suite =
        run(
            "it(\"loops\", function () while true do end end)",
            builder -> builder.timeLimit(Duration.ofSeconds(1)));

    assertThat(suite.results().get(0).message())
        .isEqualTo("ran longer than 1 s, and was ended; it was at spec/a_spec.lua: loops");
  }

  @Test
  void reportsASpecThatEndsTheProcess() throws Exception {
    assertThat(run("it(\"quits\", function () os.exit(3) end)", builder -> builder).results())
        .singleElement()
        .extracting(SpecResult::message)
        .isEqualTo(
            "its process ended before the specs did, with exit code 3; it was at spec/a_spec.lua:"
                + " quits");
  }

  @Test
  void reportsWhereASpecDoesNotCompile() throws Exception {
    assertThat(run("\nlocal x = ;", builder -> builder).results())
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.outcome()).isEqualTo(SpecOutcome.ERROR);
              assertThat(result.line()).isEqualTo(2);
            });
  }

  @Test
  void acceptsPatternAndSeed() throws Exception {
    SpecSuite suite =
        run(
            "it(\"one\", function () end); it(\"other\", function () end)",
            builder -> builder.pattern("o%ae").shuffle(true).seed(42));

    assertThat(suite.results()).extracting(SpecResult::name).containsExactly("one");
    assertThat(suite.seed()).hasValue(42);
  }

  @Test
  void acceptsTags() throws Exception {
    SpecSuite suite =
        run(
            "it(\"a #one\", function () end); it(\"a #two\", function () end)",
            builder -> builder.tags(List.of("one", "two")).excludeTags(List.of("tw.")));

    assertThat(suite.results()).extracting(SpecResult::name).containsExactly("a #one");
  }

  @Test
  void givesSpecsTheLibrariesOfAProsody() throws Exception {
    Path home = ProsodyReleases.folder("13.0").resolve("root/usr/lib/prosody");
    SpecSuite suite =
        run(
            """
            it("escapes", function ()
              assert.equal("a\\\\40b", require "util.jid".escape("a@b"));
              assert.equal(require "util.jid", require "prosody.util.jid");
              assert.equal("YQ==", require "prosody.util.encodings".base64.encode("a"));
            end)
            """,
            builder -> builder.prosody(home));

    assertThat(suite.results()).extracting(SpecResult::message).containsExactly("");
  }

  @Test
  void refusesMissingPrograms() throws IOException {
    SpecRunBuilder builder = SpecRun.builder(List.of(folder)).runner(SpecRunner.BUSTED);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.prosody(folder).build())
        .withMessage(
            "no Prosody found in %s: name the folder that contains util and core, such as"
                + " /usr/lib/prosody, or the folder that contains lib/prosody",
            folder);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.busted(folder.resolve("gone")).build())
        .withMessage("no such program: " + folder.resolve("gone"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Busted.onPath(folder.toString()))
        .withMessage(
            "busted is not on the PATH: install it (apt-get install lua-busted), name its"
                + " program, or use the embedded runner, which does not need it");
  }
}
