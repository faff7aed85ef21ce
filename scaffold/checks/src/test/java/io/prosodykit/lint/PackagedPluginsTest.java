package io.prosodykit.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.testing.ProsodyReleases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prosody's own plugins use only what its releases have. */
@Tag("external")
class PackagedPluginsTest {
  private static final ImmutableSet<LintRule> MISSING =
      ImmutableSet.of(
          LintRule.API_MISSING_IN_TARGET,
          LintRule.API_REMOVED,
          LintRule.LIBRARY_MISSING_IN_TARGET,
          LintRule.LUA_SYNTAX,
          LintRule.LUA_GRAMMAR_MISSING_IN_TARGET,
          LintRule.LUA_FUNCTION_MISSING_IN_TARGET,
          LintRule.GLOBAL_STORAGE,
          LintRule.SHARED_ARGUMENT_IGNORED,
          LintRule.DEPENDENCY_UNKNOWN);
  private static final Pattern REQUIRE =
      Pattern.compile("^(?!\\s*--).*?\\brequire\\s*\\(?\\s*\"prosody\\.");

  private static Path plugins(String branch) {
    return ProsodyReleases.folder(branch).resolve("root/usr/lib/prosody/modules");
  }

  private static LintReport lint(String branch, String targets) throws IOException {
    Path folder = plugins(branch).toRealPath();
    return Linter.builder(TargetRange.parse(targets)).base(folder).build().lint(List.of(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.11", "0.12", "13.0"})
  void missNothingInTheirOwnRelease(String branch) throws IOException {
    LintReport report = lint(branch, branch);

    assertThat(report.modules()).isGreaterThan(70);
    assertThat(report.findings()).filteredOn(finding -> MISSING.contains(finding.rule())).isEmpty();
    assertThat(report.findingsOf(LintRule.MODULE_ABSORBED)).hasSize(report.modules());
  }

  @Test
  void of130RequireWhat012DoesNotHave() throws IOException {
    Set<String> expected = new TreeSet<>();
    Path folder = plugins("13.0").toRealPath();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".lua")).toList()) {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          if (REQUIRE.matcher(lines.get(i)).find()) {
            expected.add(folder.relativize(file) + ":" + (i + 1));
          }
        }
      }
    }
    Set<String> found =
        lint("13.0", "0.12").findingsOf(LintRule.LIBRARY_MISSING_IN_TARGET).stream()
            .map(finding -> finding.file() + ":" + finding.position().line())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(expected).hasSizeGreaterThan(500);
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void of130MeetTheirOldTargetsInOneReport() throws IOException {
    LintReport report = lint("13.0", "[0.12,13.0]");

    assertThat(report.findingsOf(LintRule.LIBRARY_MISSING_IN_TARGET))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.targets()).hasToString("[0.12]"));
  }
}
