package io.prosodykit.busted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.moduletree.TargetChoice;
import io.prosodykit.testing.Records;
import io.prosodykit.testing.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs specs in real child processes with a real Lua. */
class SpecRunTest extends SpecModules {
  @ParameterizedTest
  @EnumSource(
      value = LuaVersion.class,
      names = {"V5_1", "V5_4"})
  void reportsHowEachTestEnded(LuaVersion lua) throws Exception {
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
    assertThat(names(builder -> builder.tags(List.of("#fast")))).containsExactly("all is #fast");
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
  void refusesATagThatIsSelectedAndExcluded() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SpecRun.builder(List.of()).tags(List.of("slow")).excludeTags(List.of("slow")))
        .withMessage("the tag slow cannot be both selected and excluded");
  }

  @Test
  void reportsWhereASpecDoesNotCompile() throws Exception {
    module("broken", "it(\"is cut\", function ()\n  local x = ;\nend);");

    SpecResult result = last(runOne(builder -> builder));

    assertThat(result.outcome()).isEqualTo(SpecOutcome.ERROR);
    assertThat(result.file()).isEqualTo("spec/mod_broken_spec.lua");
    assertThat(result.message()).contains("spec/mod_broken_spec.lua:2:");
  }

  @Test
  void choosesTestsByName() throws Exception {
    module("two", "it(\"one\", function () end); it(\"other\", function () end);");

    assertThat(runOne(builder -> builder.pattern("o%ae")).results())
        .extracting(SpecResult::name)
        .containsExactly("one");
  }

  @Test
  void reportsInTheOrderOfTheModules() throws Exception {
    for (String name : List.of("a", "b", "c", "d")) {
      module(name, "it(\"runs\", function () end);");
    }
    List<String> modules = new ArrayList<>();
    SpecRun run = SpecRun.builder(List.of(folder)).threads(3).build();

    run.run(suite -> modules.add(suite.module()));

    assertThat(modules).containsExactly("mod_a", "mod_b", "mod_c", "mod_d");
    assertThat(run.size()).isEqualTo(4);
  }

  @Test
  void reportsModulesWithoutSpecsAndIgnoredOptions() throws Exception {
    module("tested", "");
    Tree.write(
        folder.resolve("modules"),
        ImmutableMap.of(
            "mod_bare/mod_bare.lua", "",
            "mod_tested/.busted", "return { default = { sort = true, verbose = true } }"));

    assertThat(SpecRun.builder(List.of(folder)).build().remarks())
        .containsExactly(
            "mod_bare has no specs: there is no spec/**/*_spec.lua",
            "mod_tested/.busted: default.sort is ignored");
  }

  @Test
  void choosesLuaByTargets() {
    assertThat(LuaChoice.of(TargetRange.maintained())).containsExactly(LuaVersion.V5_4);
    assertThat(LuaChoice.of(TargetRange.parse("[0.11,13.0]")))
        .containsExactly(LuaVersion.V5_1, LuaVersion.V5_4);
  }

  @Test
  void runsEachModuleOnTheLuaOfItsOwnTargets() throws Exception {
    for (String name : List.of("both", "new", "old", "plain")) {
      module(name, "it(\"runs\", function () end);");
    }
    Records.write(folder.resolve("modules/mod_both"), "[0.11,13.0]");
    Records.write(folder.resolve("modules/mod_new"), "13.0");
    Records.write(folder.resolve("modules/mod_old"), "0.11");

    assertThat(run(builder -> builder))
        .extracting(suite -> suite.module() + " " + suite.lua())
        .containsExactly(
            "mod_both 5.1", "mod_both 5.4", "mod_new 5.4", "mod_old 5.1", "mod_plain 5.4");
    assertThat(SpecRun.builder(List.of(folder)).build().size()).isEqualTo(5);
  }

  @Test
  void usesTargetsThatAreGivenForAllModules() throws Exception {
    module("new", "it(\"runs\", function () end);");
    Records.write(folder.resolve("modules/mod_new"), "13.0");
    TargetChoice given = TargetChoice.given(TargetRange.parse("0.11"));

    assertThat(run(builder -> builder.targets(given)))
        .extracting(SpecSuite::lua)
        .containsExactly(LuaVersion.V5_1);
  }

  @Test
  void reportsARecordWithoutTargets() throws Exception {
    module("torn", "it(\"runs\", function () end);");
    Tree.write(folder.resolve("modules"), ImmutableMap.of("mod_torn/.prosodykit.json", "{"));

    assertThat(SpecRun.builder(List.of(folder)).build().remarks())
        .singleElement()
        .asString()
        .contains(".prosodykit.json:1:1: does not state the targets of its module: ")
        .endsWith("; its specs run as for [0.12,13.0]");
    assertThat(SpecRun.builder(List.of(folder)).lua(BOTH).build().remarks()).isEmpty();
  }

  @Test
  void refusesWhatItCannotDo() {
    SpecRunBuilder builder = SpecRun.builder(List.of(folder));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.pattern("(a"))
        .withMessageContaining("\"(a\" has a ( without a )");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.timeLimit(Duration.ZERO))
        .withMessage("the time limit in seconds must be from 1 to 2147483647, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.memoryLimit(64))
        .withMessageContaining("the memory limit in MB must be from 128");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpecRun.builder(List.of(folder)).lua(List.of(LuaVersion.V5_2)).build())
        .withMessageContaining("the embedded runner has Lua 5.1 and 5.4, not Lua 5.2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpecRun.builder(List.of(folder)).prosody(folder).build())
        .withMessageContaining("choose the runner busted instead");
  }
}
