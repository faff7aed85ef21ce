package io.prosodykit.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.moduletree.TargetChoice;
import io.prosodykit.testing.Records;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that are for different releases, in one run. */
class OwnTargetsTest {
  private static final String NEW = "module:may(\":greet\")\n";

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  @BeforeEach
  void writeModules() throws IOException {
    Tree.write(
        folder,
        ImmutableMap.of(
            "mod_all/mod_all.lua",
            NEW,
            "mod_new/mod_new.lua",
            NEW,
            "mod_plain/mod_plain.lua",
            NEW));
    Records.write(folder.resolve("mod_all"), "[0.11,13.0]");
    Records.write(folder.resolve("mod_new"), "13.0");
  }

  private LintReport lint(TargetChoice targets) throws IOException {
    return Linter.builder(targets).base(folder).build().lint(List.of(folder));
  }

  @Test
  void checksEachModuleAgainstItsOwnTargets() throws IOException {
    LintReport report = lint(TargetChoice.RECORDED);

    assertThat(report.findings())
        .extracting(finding -> finding.file().getName(0) + " " + finding.targets())
        .containsExactly("mod_all [0.11, 0.12]", "mod_plain [0.12]");
    assertThat(report.targets()).hasToString("[0.11, 0.12, 13.0]");
    assertThat(report.modules()).isEqualTo(3);
  }

  @Test
  void checksAllAgainstGivenTargets() throws IOException {
    LintReport report = lint(TargetChoice.given(TargetRange.parse("13.0")));

    assertThat(report.findings()).isEmpty();
    assertThat(LintFormat.TEXT.print(report))
        .isEqualTo("3 modules for Prosody 13.0: 0 errors, 0 warnings, 0 notes\n");
  }

  @Test
  void saysHowManyModulesAreForWhichReleases() throws IOException {
    LintReport report = lint(TargetChoice.RECORDED);

    assertThat(LintFormat.TEXT.print(report))
        .endsWith(
            "1 module for Prosody 0.11, 0.12 and 13.0; 1 module for Prosody 0.12 and 13.0;"
                + " 1 module for Prosody 13.0: 2 errors, 0 warnings, 0 notes\n");
    JsonNode json = new ObjectMapper().readTree(LintFormat.JSON.print(report));
    assertThat(json.path("targets").toString()).isEqualTo("[\"0.11\",\"0.12\",\"13.0\"]");
    assertThat(json.path("checked").toString())
        .isEqualTo(
            "[{\"targets\":[\"0.11\",\"0.12\",\"13.0\"],\"modules\":1},"
                + "{\"targets\":[\"0.12\",\"13.0\"],\"modules\":1},"
                + "{\"targets\":[\"13.0\"],\"modules\":1}]");
    JsonNode run = new ObjectMapper().readTree(LintFormat.SARIF.print(report)).path("runs").path(0);
    assertThat(run.path("properties").path("targets")).hasSize(3);
    assertThat(run.path("results").path(1).path("properties").path("targets").toString())
        .isEqualTo("[\"0.12\"]");
  }

  @Test
  void findsARecordWithoutTargets() throws IOException {
    Tree.write(folder, ImmutableMap.of("mod_new/.prosodykit.json", "{"));
    LintReport report = lint(TargetChoice.RECORDED);

    assertThat(report.findingsOf(LintRule.RECORD_UNREADABLE))
        .extracting(finding -> finding.file().toString())
        .containsExactly(Path.of("mod_new", ".prosodykit.json").toString());
    assertThat(report.findingsOf(LintRule.API_MISSING_IN_TARGET)).hasSize(3);
  }
}
