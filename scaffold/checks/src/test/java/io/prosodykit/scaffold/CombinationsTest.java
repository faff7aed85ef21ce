package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.prosodykit.busted.SpecReport;
import io.prosodykit.busted.SpecRun;
import io.prosodykit.busted.SpecText;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.facts.ServerEvent;
import io.prosodykit.facts.ServerEvents;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.lint.LintRule;
import io.prosodykit.lint.Linter;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.testing.Pairwise;
import io.prosodykit.testing.Programs;
import io.prosodykit.testing.RequiresProgram;
import io.prosodykit.version.VersionRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Scaffolds pass the checks that come with them, whatever they combine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class CombinationsTest {
  private final List<Path> modules = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // set before all tests
  private Path folder;

  @BeforeAll
  void write(@TempDir Path directory) throws IOException {
    folder = directory;
    for (Map.Entry<String, List<ModuleSpec>> specs : Combinations.specs().entrySet()) {
      for (ModuleSpec spec : specs.getValue()) {
        Path parent = folder.resolve(specs.getKey());
        Scaffold.of(spec).writeTo(parent, OnConflict.FAIL);
        modules.add(parent.resolve("mod_" + spec.name()));
      }
    }
    for (Recipe recipe : Recipe.all()) {
      Scaffold.of(withEveryEvent(recipe)).writeTo(folder.resolve("events"), OnConflict.FAIL);
    }
  }

  /** A module that handles every known event, so that its specs fire each of them. */
  private static ModuleSpec withEveryEvent(Recipe recipe) {
    ModuleSpecBuilder spec =
        ModuleSpec.builder(recipe.prefix() + recipe.id().replace('-', '_'), recipe)
            .targets(VersionRange.parse("13.0"))
            .addPermission(PermissionSpec.of("go"));
    ServerEvents events = ServerFacts.reference().events();
    for (String event : events.names()) {
      HookSpec hook = recipe.global() ? HookSpec.of(event).onServer() : HookSpec.of(event);
      boolean answered = events.event(event).kind() == ServerEvent.Kind.STANZA;
      spec.addHook(answered ? hook.requiring("go") : hook);
    }
    return spec.build();
  }

  @Test
  void everyValueMeetsEveryOther() {
    List<Integer> sizes = List.of(4, 3, 2, 3);
    List<? extends List<Integer>> rows = Pairwise.rows(sizes);
    Set<String> pairs = new TreeSet<>();
    for (List<Integer> row : rows) {
      for (int one = 0; one < sizes.size(); one++) {
        for (int other = one + 1; other < sizes.size(); other++) {
          pairs.add(one + "=" + row.get(one) + " " + other + "=" + row.get(other));
        }
      }
    }

    assertThat(pairs).hasSize(4 * 3 + 4 * 2 + 4 * 3 + 3 * 2 + 3 * 3 + 2 * 3);
    assertThat(rows).hasSizeLessThan(4 * 3 * 2 * 3 / 3);
  }

  @Test
  void textsHaveNoResidue() {
    assertThat(Combinations.specs().values().stream().flatMap(List::stream))
        .allSatisfy(
            spec ->
                assertThat(Scaffold.of(spec).files().values())
                    .allSatisfy(
                        text ->
                            assertThat(text)
                                .endsWith("\n")
                                .doesNotEndWith("\n\n")
                                .doesNotContain(
                                    "\r", " \n", "\t\n", "\n\n\n", "{{#", "{{/", "\"..\"")));
  }

  @Test
  @RequiresProgram("luacheck")
  void luacheckFindsNothing() throws IOException, InterruptedException {
    assertThat(Programs.run(folder, List.of("luacheck", "--no-cache", "--no-color", "-q", ".")))
        .contains("Total: 0 warnings / 0 errors");
  }

  @Test
  void theLinterFindsNothing() throws IOException {
    ImmutableListMultimap<VersionRange, Path> byTargets =
        Combinations.specs().entrySet().stream()
            .flatMap(
                specs ->
                    specs.getValue().stream()
                        .map(spec -> Map.entry(spec, folder.resolve(specs.getKey()))))
            .collect(
                ImmutableListMultimap.toImmutableListMultimap(
                    entry -> entry.getKey().targets(),
                    entry -> entry.getValue().resolve("mod_" + entry.getKey().name())));
    for (Map.Entry<VersionRange, List<Path>> entry : Multimaps.asMap(byTargets).entrySet()) {
      // announcing a hooked namespace is left to the author
      Linter linter =
          Linter.builder(TargetRange.of(entry.getKey()))
              .disable(LintRule.NAMESPACE_UNADVERTISED)
              .build();
      assertThat(linter.lint(entry.getValue()).findings()).isEmpty();
    }
  }

  @Test
  void someSpecsPassWithoutAnyProgram() throws Exception {
    StringBuilder text = new StringBuilder();
    int failed = 0;
    List<LuaVersion> versions = List.of(LuaVersion.V5_1, LuaVersion.V5_4);
    for (int i = 0; i < versions.size(); i++) {
      List<Path> some = new ArrayList<>();
      for (int n = i; n < modules.size(); n += 5) { // each has a process of its own
        some.add(modules.get(n));
      }
      SpecReport report =
          SpecRun.builder(some)
              .lua(List.of(versions.get(i)))
              .build()
              .run(suite -> text.append(SpecText.of(suite, folder)));
      assertThat(report.suites()).hasSize(some.size());
      failed += report.failed();
    }

    assertThat(failed).as("%s", text).isZero();
  }

  @Test
  @RequiresProgram({"busted", "lua5.1", "lua5.4"})
  void specsPassInBusted() throws IOException, InterruptedException {
    Map<String, List<String>> folders =
        Map.of("lua5.1", Combinations.FOLDERS, "lua5.4", List.of("."));
    for (Map.Entry<String, List<String>> run : folders.entrySet()) {
      List<String> command = new ArrayList<>();
      command.addAll(List.of("busted", "--lua=" + run.getKey(), "--output=TAP", "--pattern=_spec"));
      command.addAll(run.getValue());
      assertThat(Programs.run(folder, command)).contains("ok 1000 - ").doesNotContain("not ok");
    }
  }
}
