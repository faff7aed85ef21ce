package io.prosodykit.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.ProsodyVersion;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.testing.RequiresProgram;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs specs in real child processes with a real Lua. */
class SpecRunTest {
  private static final List<LuaVersion> BOTH = List.of(LuaVersion.V5_1, LuaVersion.V5_4);

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private void module(String name, String spec) throws IOException {
    Tree.write(
        folder.resolve("modules"),
        ImmutableMap.of(
            "mod_" + name + "/mod_" + name + ".lua",
            "",
            "mod_" + name + "/spec/mod_" + name + "_spec.lua",
            spec));
  }

  private ImmutableList<SpecSuite> run(UnaryOperator<SpecRunBuilder> settings) throws Exception {
    SpecRunBuilder builder =
        SpecRun.builder(List.of(folder.resolve("modules"))).workFolder(folder.resolve("work"));
    ImmutableList<SpecSuite> suites = settings.apply(builder).build().run(suite -> {}).suites();
    try (Stream<Path> left = Files.list(folder.resolve("work"))) {
      assertThat(left).isEmpty();
    }
    return suites;
  }

  private SpecSuite runOne(UnaryOperator<SpecRunBuilder> settings) throws Exception {
    return run(settings).get(0);
  }

  private static SpecResult last(SpecSuite suite) {
    return suite.results().get(suite.results().size() - 1);
  }

  @ParameterizedTest
  @EnumSource(
      value = LuaVersion.class,
      names = {"V5_1", "V5_4"})
  void tellsHowEachTestEnded(LuaVersion lua) throws Exception {
    module(
        "four",
        """
        describe("mod_four", function ()
          it("succeeds", function () assert.equal(2, 1 + 1); end);
          it("fails", function () assert.equal("a", "b"); end);
          it("breaks", function () error("boom"); end);
          pending("waits");
        end);
        """);

    SpecSuite suite = runOne(builder -> builder.lua(List.of(lua)));

    assertThat(suite.module()).isEqualTo("mod_four");
    assertThat(suite.lua()).isEqualTo(lua);
    assertThat(suite.results())
        .extracting(SpecResult::outcome)
        .containsExactly(
            SpecOutcome.SUCCESS, SpecOutcome.FAILURE, SpecOutcome.ERROR, SpecOutcome.PENDING);
    SpecResult failure = suite.results().get(1);
    assertThat(failure.name()).isEqualTo("mod_four fails");
    assertThat(failure.file()).isEqualTo("spec/mod_four_spec.lua");
    assertThat(failure.line()).isEqualTo(3);
    assertThat(failure.expected().orElseThrow()).contains("a");
    assertThat(failure.actual().orElseThrow()).contains("b");
    assertThat(suite.results().get(2).message()).contains("boom");
  }

  @Test
  void runsTestsByTheirTags() throws Exception {
    module(
        "tagged",
        """
        describe("all", function ()
          it("is #slow", function () end);
          it("is #fast", function () end);
          it("has none", function () end);
        end);
        """);
    assertThat(names(builder -> builder.tags(List.of("slow")))).containsExactly("all is #slow");
    assertThat(names(builder -> builder.excludeTags(List.of("slow", "fast"))))
        .containsExactly("all has none");

    Tree.write(
        folder.resolve("modules"),
        ImmutableMap.of(
            "mod_tagged/.busted",
            "return { default = { [\"exclude-tags\"] = \"fast,other\", filter = \"is\" } }"));
    assertThat(names(builder -> builder)).containsExactly("all is #slow");
    assertThat(names(builder -> builder.excludeTags(List.of("slow"))))
        .containsExactly("all is #fast");
    assertThat(names(builder -> builder.pattern("none"))).containsExactly("all has none");
  }

  private List<String> names(UnaryOperator<SpecRunBuilder> settings) throws Exception {
    return runOne(settings).results().stream().map(SpecResult::name).toList();
  }

  @Test
  void refusesATagThatIsBothWays() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SpecRun.builder(List.of()).tags(List.of("slow")).excludeTags(List.of("slow")))
        .withMessage("the tests with the tag slow cannot both run and be left out");
  }

  @Test
  void endsARunawayAloneAndGoesOn() throws Exception {
    module("endless", "it(\"comes back\", function () while true do end end);");
    module("fine", "it(\"runs\", function () end);");

    ImmutableList<SpecSuite> suites = run(builder -> builder.timeLimit(Duration.ofSeconds(2)));

    assertThat(suites).extracting(SpecSuite::module).containsExactly("mod_endless", "mod_fine");
    assertThat(last(suites.get(0)).outcome()).isEqualTo(SpecOutcome.ERROR);
    assertThat(last(suites.get(0)).name()).isEqualTo("mod_endless runs to its end");
    assertThat(last(suites.get(0)).message())
        .isEqualTo(
            "ran longer than 2 s, and was ended; it was at spec/mod_endless_spec.lua: comes back");
    assertThat(suites.get(1).failed()).isZero();
  }

  @Test
  void endsWhatTheRunawayStarted() throws Exception {
    Path mark = folder.resolve("mark");
    module(
        "starter", "it(\"waits\", function () os.execute(\"sleep 4; touch '" + mark + "'\") end);");

    runOne(builder -> builder.timeLimit(Duration.ofSeconds(1)));

    Thread.sleep(4000);
    assertThat(mark).doesNotExist();
  }

  @Test
  void endsWhatTakesTooMuchMemory() throws Exception {
    module(
        "hog",
        """
        it("eats", function ()
          local kept = {};
          for i = 1, 100 do kept[i] = string.rep("x", 1e9); end
        end);
        """);

    assertThat(last(runOne(builder -> builder)).message())
        .startsWith("held more than 512 MB, and was ended");
  }

  @Test
  void endsWhatPrintsTooMuch() throws Exception {
    module(
        "loud", "it(\"prints\", function () while true do print(string.rep(\"x\", 1e6)) end end);");

    assertThat(last(runOne(builder -> builder)).message())
        .startsWith("printed more than 64 MB, and was ended");
  }

  @Test
  void tellsOfAProcessThatEndsByItself() throws Exception {
    module(
        "crash",
        """
        it("is fine", function () end);
        it("crashes", function () print("so far"); os.execute("kill -ABRT $PPID"); end);
        """);

    SpecSuite suite = runOne(builder -> builder);

    assertThat(suite.results().get(0).outcome()).isEqualTo(SpecOutcome.SUCCESS);
    assertThat(last(suite).message())
        .contains("its process ended before the specs did, with exit code 134");
    assertThat(last(suite).message()).endsWith("; it was at spec/mod_crash_spec.lua: crashes");
    assertThat(suite.output()).startsWith("so far\n");
  }

  @Test
  void goesOnAfterARecursionWithoutEnd() throws Exception {
    module(
        "deep",
        """
        it("recurses", function ()
          local function again() return (string.gsub("x", "x", again)); end
          again();
        end);
        it("is fine", function () end);
        """);

    for (SpecSuite suite : run(builder -> builder.lua(BOTH))) {
      assertThat(suite.results())
          .extracting(SpecResult::outcome)
          .containsExactly(SpecOutcome.ERROR, SpecOutcome.SUCCESS);
      assertThat(suite.results().get(0).message()).contains("stack overflow");
    }
  }

  @Test
  void refusesToEndTheProcess() throws Exception {
    module("quitter", "it(\"quits\", function () os.exit(0); end);");

    assertThat(last(runOne(builder -> builder)).message())
        .contains("os.exit(0) was called; a spec cannot end the run");
  }

  @Test
  void keepsWhatEachTestPrinted() throws Exception {
    module(
        "printer",
        """
        it("one", function () print("{\\"event\\":\\"end\\"}"); io.stderr:write("oh "); io.write("well"); end);
        it("two", function () print("dos"); end);
        """);

    SpecSuite suite = runOne(builder -> builder);

    assertThat(suite.failed()).isZero();
    assertThat(suite.results())
        .extracting(SpecResult::output)
        .containsExactly("{\"event\":\"end\"}\noh well", "dos\n");
  }

  @Test
  void tellsWhereASpecDoesNotCompile() throws Exception {
    module("broken", "it(\"is cut\", function ()\n  local x = ;\nend);");

    SpecResult result = last(runOne(builder -> builder));

    assertThat(result.outcome()).isEqualTo(SpecOutcome.ERROR);
    assertThat(result.file()).isEqualTo("spec/mod_broken_spec.lua");
    assertThat(result.message()).contains("spec/mod_broken_spec.lua:2:");
  }

  @Test
  void givesSpecsAPlainLua() throws Exception {
    module(
        "plain",
        """
        it("is plain", function ()
          assert(java == nil);
          assert(package.loaded.java == nil);
          assert(package.cpath == "");
          assert(#(package.searchers or package.loaders) == 4);
          assert(not pcall(require, "socket"));
          assert(tostring(0.5) == "0.5");
          assert(io.read() == nil);
          assert(require "spec.support.part" == "part");
        end);
        """);
    Tree.write(
        folder.resolve("modules/mod_plain/spec/support"),
        ImmutableMap.of("part.lua", "return \"part\""));

    for (SpecSuite suite : run(builder -> builder.lua(BOTH))) {
      assertThat(suite.results()).singleElement().extracting(SpecResult::message).isEqualTo("");
      assertThat(suite.output()).isEmpty();
    }
  }

  @Test
  void tellsTheTimeThatPasses() throws Exception {
    module(
        "slow",
        """
        local busted = require "busted";
        it("sleeps", function ()
          local time, monotime = busted.gettime(), busted.monotime();
          busted.sleep(0.25);
          assert.is_true(busted.gettime() - time >= 0.25);
          assert.is_true(busted.monotime() - monotime >= 0.25);
          assert.is_true(math.abs(busted.gettime() - os.time()) < 5);
        end);
        it("waits for another program", function () os.execute("sleep 0.3"); end);
        """);

    for (SpecSuite suite : run(builder -> builder.lua(BOTH))) {
      assertThat(suite.results()).extracting(SpecResult::message).containsExactly("", "");
      assertThat(suite.results().get(0).time()).isGreaterThan(Duration.ofMillis(249));
      assertThat(suite.results().get(1).time()).isGreaterThan(Duration.ofMillis(299));
    }
  }

  @Test
  void saysWhereALibraryOfTheMachineIsToBeHad() throws Exception {
    module("needy", "it(\"needs\", function () require \"pl.tablex\" end)");

    for (SpecSuite suite : run(builder -> builder.lua(BOTH))) {
      assertThat(last(suite).message())
          .contains("module 'pl.tablex' not found:")
          .contains(
              "\n\tno library of this machine: specs see their module's files alone, unless the"
                  + " runner is busted");
    }
  }

  @Test
  @RequiresProgram({"busted", "lua5.1", "lua5.4"})
  void givesSpecsTheFilesAsLuaFileSystemDoes() throws Exception {
    module(
        "files",
        """
        local lfs = require "lfs";
        it("makes and removes folders", function ()
          assert.is_true(lfs.mkdir("made"));
          assert.same({ nil, "File exists", 17, n = 3 }, { n = 3, lfs.mkdir("made") });
          assert.equal("directory", lfs.attributes("made", "mode"));
          assert.is_true(lfs.mkdir("made/in"));
          local file = io.open("made/file", "w");
          file:write("four");
          file:close();
          local names = {};
          for name in lfs.dir("made") do names[#names + 1] = name; end
          table.sort(names);
          assert.same({ ".", "..", "file", "in" }, names);
          assert.equal(4, lfs.attributes("made/file").size);
          assert.truthy(math.abs(lfs.attributes("made/file", "modification") - os.time()) < 60);
          assert.is_nil(lfs.rmdir("made"));
          assert.is_true(os.remove("made/file"));
          assert.is_true(lfs.rmdir("made/in"));
          assert.is_true(lfs.rmdir("made"));
          assert.is_nil(lfs.attributes("made"));
          assert.has_error(function () lfs.dir("made"); end);
          assert.truthy(lfs.currentdir():match("mod_files$"));
        end);
        it("tells more of files", function ()
          io.open("plain", "w"):close();
          assert.is_true(lfs.touch("plain", 1000, 2000));
          assert(os.execute("chmod 640 plain && ln -s plain link"));
          local all = lfs.attributes("link");
          assert.same({ "file", 1000, 2000, 0, 1, "rw-r-----" },
            { all.mode, all.access, all.modification, all.size, all.nlink, all.permissions });
          assert.is_number(all.ino);
          assert.equal(2000, lfs.attributes("plain", "modification"));
          assert.equal("link", lfs.symlinkattributes("link", "mode"));
          assert.equal("plain", lfs.symlinkattributes("link", "target"));
          assert.is_true(lfs.touch("plain", 3000));
          assert.equal(3000, lfs.attributes("plain", "modification"));
          assert.is_true(lfs.touch("plain"));
          assert.truthy(lfs.attributes("plain", "access") > 3000);
          assert.same({ nil, "No such file or directory", 2, n = 3 }, { n = 3, lfs.touch("gone") });
          assert.has_error(function () lfs.attributes("plain", "colour"); end);
          assert.equal("directory", lfs.attributes(".", "mode"));
          os.remove("plain");
          os.remove("link");
        end);
        """);

    List<SpecSuite> suites = new ArrayList<>(run(builder -> builder.lua(BOTH)));
    // with LuaFileSystem itself
    suites.addAll(run(builder -> builder.runner(SpecRunner.BUSTED).lua(BOTH)));
    for (SpecSuite suite : suites) {
      assertThat(suite.results()).extracting(SpecResult::message).containsExactly("", "");
    }
  }

  @Test
  void startsWithoutWhatTheEnvironmentSays() {
    Map<String, String> environment =
        new HashMap<>(Map.of("JAVA_TOOL_OPTIONS", "-verbose", "LUA_PATH", "x", "HOME", "/home"));
    EmbeddedLua.tidy(environment);

    assertThat(environment).containsOnlyKeys("HOME");
  }

  @Test
  void choosesTestsByName() throws Exception {
    module("two", "it(\"one\", function () end); it(\"other\", function () end);");

    assertThat(runOne(builder -> builder.pattern("o%ae")).results())
        .extracting(SpecResult::name)
        .containsExactly("one");
  }

  @Test
  void tellsInTheOrderOfTheModules() throws Exception {
    for (String name : List.of("a", "b", "c", "d")) {
      module(name, "it(\"runs\", function () end);");
    }
    List<String> told = new ArrayList<>();
    SpecRun run = SpecRun.builder(List.of(folder)).threads(3).build();

    run.run(suite -> told.add(suite.module()));

    assertThat(told).containsExactly("mod_a", "mod_b", "mod_c", "mod_d");
    assertThat(run.size()).isEqualTo(4);
  }

  @Test
  void namesModulesWithoutSpecsAndWhatItDoesNotRead() throws Exception {
    module("tested", "");
    Tree.write(
        folder.resolve("modules"),
        ImmutableMap.of(
            "mod_bare/mod_bare.lua", "",
            "mod_tested/.busted", "return { default = { sort = true, verbose = true } }"));

    assertThat(SpecRun.builder(List.of(folder)).build().remarks())
        .containsExactly(
            "mod_bare is not tested: it has no spec/**/*_spec.lua",
            "mod_tested/.busted: default.sort is not read");
  }

  @Test
  void choosesLuaByTargets() {
    assertThat(SpecRun.luaFor(versions("0.12", "13.0"))).containsExactly(LuaVersion.V5_4);
    assertThat(SpecRun.luaFor(versions("0.11.9", "trunk")))
        .containsExactly(LuaVersion.V5_1, LuaVersion.V5_4);
  }

  private static ImmutableSet<ProsodyVersion> versions(String... texts) {
    return Stream.of(texts).map(ProsodyVersion::parse).collect(ImmutableSet.toImmutableSet());
  }

  @Test
  void refusesWhatItCannotDo() {
    SpecRunBuilder builder = SpecRun.builder(List.of(folder));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.pattern("(a"))
        .withMessageContaining("\"(a\" has a ( without its )");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.timeLimit(Duration.ZERO))
        .withMessage("the time limit in seconds is from 1 to 2147483647, and not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.memoryLimit(64))
        .withMessageContaining("the memory limit in MB is from 128");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpecRun.builder(List.of(folder)).lua(List.of(LuaVersion.V5_2)).build())
        .withMessageContaining("the embedded runner has Lua 5.1 and 5.4, and no Lua 5.2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpecRun.builder(List.of(folder)).prosody(folder).build())
        .withMessageContaining("choose the runner busted for it");
  }
}
