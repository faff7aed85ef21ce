package io.prosodykit.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.moduletree.ModuleFiles;
import io.prosodykit.moduletree.TargetChoice;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Says what a rule or a check lacks, and where to add it. */
class CheckRegistryTest {
  private static final TargetRange TARGETS = TargetRange.parse("[0.11,13.0]");
  private static final Path MAIN = Path.of("mod_example.lua");
  private static final LintSettings SETTINGS =
      new LintSettings(
          TargetChoice.given(TARGETS),
          ImmutableSet.of(),
          ImmutableMap.of(),
          Path.of("").toAbsolutePath(),
          ServerFacts.reference());

  static ImmutableList<Check> checks() {
    return CheckRegistry.checks(
        Targets.of(TARGETS.releases(), ServerFacts.reference().luaLibraries(), TARGETS.knowledge()),
        ServerFacts.reference());
  }

  @Test
  void hasEveryCheck() throws IOException, URISyntaxException, ClassNotFoundException {
    Set<String> registered = new TreeSet<>();
    for (Check check : checks()) {
      registered.add(check.getClass().getSimpleName());
    }
    assertThat(registered)
        .as("checks: add those that are missing to CheckRegistry.checks")
        .containsExactlyElementsOf(implementations());
  }

  /** The names of the classes of this package that are checks. */
  private static Set<String> implementations()
      throws IOException, URISyntaxException, ClassNotFoundException {
    Path classes = Path.of(Check.class.getResource("Check.class").toURI()).getParent();
    List<String> names;
    try (Stream<Path> files = Files.list(classes)) {
      names = files.map(file -> file.getFileName().toString()).toList();
    }
    Set<String> checks = new TreeSet<>();
    for (String name : names) {
      if (name.endsWith(".class") && !name.startsWith("package-info")) {
        String simple = name.substring(0, name.length() - ".class".length());
        Class<?> type = Class.forName(Check.class.getPackageName() + "." + simple);
        if (Check.class.isAssignableFrom(type) && !type.isInterface()) {
          checks.add(type.getSimpleName());
        }
      }
    }
    return checks;
  }

  @ParameterizedTest
  @EnumSource
  void hasOneCheckForEachRule(LintRule rule) {
    List<String> raising = new ArrayList<>();
    if (UnreadableFiles.RULES.contains(rule)) {
      raising.add(UnreadableFiles.class.getSimpleName());
    }
    for (Check check : checks()) {
      if (check.rules().contains(rule)) {
        raising.add(check.getClass().getSimpleName());
      }
    }
    assertThat(raising)
        .as("checks that declare %s: add it to rules() of the one that raises it", rule)
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("checks")
  void hasChecksThatReportOnlyWhatTheyDeclare(Check check) {
    Set<LintRule> raised = new TreeSet<>();
    for (RuleCase each : RuleCase.all()) {
      for (Finding finding : found(check, each.source())) {
        raised.add(finding.rule());
      }
    }
    assertThat(check.rules())
        .as("rules() of %s", check.getClass().getSimpleName())
        .containsAll(raised);
  }

  private static List<Finding> found(Check check, String source) {
    ModuleCode code = ModuleCode.of(source);
    ModuleFiles files =
        new ModuleFiles("example", MAIN, Optional.empty(), ImmutableList.of(MAIN), true);
    Findings findings = new Findings(SETTINGS);
    findings.open(MAIN, code);
    new CheckDispatch(ImmutableList.of(check))
        .check(
            LintedModule.of(
                files, ImmutableMap.of(MAIN, code), ImmutableSet.of(), SETTINGS.targets().of(MAIN)),
            findings,
            new UnreadableFiles(SETTINGS));
    return findings.found();
  }

  @ParameterizedTest
  @EnumSource
  void hasATestOfEachRuleOfLuaSource(LintRule rule) throws IOException {
    List<RuleCase> cases =
        RuleCase.all().stream().filter(each -> each.rule().equals(rule.id())).toList();
    boolean isOfLua = RulesPageTest.isOfMainFile(rule);
    assertThat(cases.stream().anyMatch(each -> !each.places().isEmpty()))
        .as(
            "a line \"%s | a source | its place\" of LintRuleTest; without one, the first block of"
                + " its section in RULES.md shows another file",
            rule)
        .isEqualTo(isOfLua);
    assertThat(cases.stream().anyMatch(each -> each.places().isEmpty()))
        .as("a line \"%s | a source | ``\" of LintRuleTest: a near miss", rule)
        .isEqualTo(isOfLua);
  }
}
