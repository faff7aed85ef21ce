package io.prosodykit.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.testing.BusyPool;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinterTest {
  private static final Linter LINTER = Linter.builder(TargetRange.parse("13.0")).build();

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  @Test
  void findsTheSameInEachRun() throws IOException {
    ImmutableMap.Builder<String, String> files = ImmutableMap.builder();
    for (int i = 0; i < 100; i++) {
      files.put("mod_m" + i + "/mod_m" + i + ".lua", "print(1); module:nonsense();\n");
    }
    Tree.write(folder, files.buildOrThrow());
    LintReport first = LINTER.lint(List.of(folder));

    assertThat(first.modules()).isEqualTo(100);
    assertThat(first.findingsOf(LintRule.PRINT_CALL)).hasSize(100);
    for (int i = 0; i < 20; i++) {
      assertThat(LINTER.lint(List.of(folder))).isEqualTo(first);
    }
  }

  @Test
  @Timeout(60)
  void needsNoThreadOfThePoolThatAllShare() throws IOException {
    Tree.write(folder, ImmutableMap.of("mod_a.lua", "print(1)"));
    BusyPool.during(() -> assertThat(LINTER.lint(List.of(folder)).findings()).hasSize(1));
  }

  @Test
  void setsASeverityAsACommandLineHasIt() throws IOException {
    Tree.write(folder, ImmutableMap.of("mod_a.lua", "print(1)"));
    LintReport report =
        Linter.builder(TargetRange.parse("13.0"))
            .severity("print-call = note")
            .build()
            .lint(List.of(folder));

    assertThat(report.findings()).extracting(Finding::severity).containsExactly(Severity.NOTE);
  }

  @ParameterizedTest
  @CsvSource({
    "print-call, '\"print-call\" gives no severity: write RULE=SEVERITY'",
    "printcall=error, 'unknown rule \"printcall\"'",
    "print-call=fatal, 'unknown severity \"fatal\"'",
  })
  void refusesSeveritiesThatItCannotRead(String assignment, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Linter.builder(TargetRange.parse("13.0")).severity(assignment))
        .withMessageStartingWith(message);
  }

  @Test
  void countsAByteOrderMarkForNoColumn() throws IOException {
    LintReport report = Modules.lint(folder, "13.0", "\uFEFFprint(1)\n");

    assertThat(report.findings()).hasSize(1);
    assertThat(report.findings().get(0).position()).hasToString("1:1");
    assertThat(report.findings().get(0).source().text()).isEqualTo("print(1)");
  }

  @Test
  void marksTheWordInARockspecAndAllOfAComment() throws IOException {
    Tree.write(
        folder,
        ImmutableMap.of(
            "mod_c/mod_c.lua", "-- prosodykit: ignore nothing\n",
            "mod_c/mod_c-1-1.rockspec", "package = \"mod_b\"\nversion = \"1-1\"\n"));

    assertThat(LINTER.lint(List.of(folder)).findings())
        .extracting(each -> each.rule() + " " + each.range())
        .contains("rockspec-mismatch 1:11-1:18", "suppression-unknown 1:1-1:30");
  }

  @Test
  void reportsRockspecsThatLuaRocksRefuses() throws IOException {
    Tree.write(
        folder,
        ImmutableMap.of(
            "mod_a/mod_a.lua", "",
            "mod_a/mod_a-1-1.rockspec", "package = \"mod_b\"\n",
            "mod_c/mod_c.lua", "",
            "mod_c/mod_c-1-1.rockspec", "package = \"mod_c\"\nversion = \"1\"\nx = = 2\n",
            "mod_d/mod_d.lua", "",
            "mod_d/mod_d-1-1.rockspec", "package = \"mod_d\"\nversion = 1 .. \"-1\"\n"));

    assertThat(LINTER.lint(List.of(folder)).findingsOf(LintRule.ROCKSPEC_MISMATCH))
        .extracting(each -> each.position() + " " + each.message() + ": " + each.fix())
        .containsExactly(
            "1:1 it states no version: write version = \"1-1\"",
            "1:11 the package is named mod_b, but its module is mod_a: write package = \"mod_a\"",
            "2:11 LuaRocks does not accept the version \"1\": write letters, digits and dots, a"
                + " hyphen and a revision, as in \"1.0-1\"",
            "3:5 expected an expression but found '=': LuaRocks cannot load the file until this is"
                + " fixed");
  }

  @Test
  void reportsWhatARockspecOmits() throws IOException {
    Tree.write(
        folder,
        ImmutableMap.of(
            "mod_a/mod_a.lua", "",
            "mod_a/one.lib.lua", "",
            "mod_a/inner/two.lib.lua", "",
            "mod_a/mod_a-1-1.rockspec",
                """
                package = "mod_a"
                version = "1-1"
                build = { type = "builtin", modules = { ["mod_a.one"] = "one.lib.lua" } }
                """));

    assertThat(LINTER.lint(List.of(folder)).findingsOf(LintRule.ROCKSPEC_MISMATCH))
        .extracting(finding -> finding.message() + ": " + finding.fix())
        .containsExactlyInAnyOrder(
            "build.modules omits mod_a.lua: add [\"mod_a.mod_a\"] = \"mod_a.lua\"",
            "build.modules omits inner/two.lib.lua: add [\"mod_a.inner.two\"] ="
                + " \"inner/two.lib.lua\"");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void lintsTheOthersWhenAFileCannotBeRead() throws IOException {
    Tree.write(
        folder,
        ImmutableMap.of(
            "mod_a/mod_a.lua", "print(1)\n",
            "mod_c/mod_c.lua", "print(1)\n",
            "mod_c/far.lib.lua", "print(2)\n"));
    Files.createSymbolicLink(folder.resolve("mod_c/README.md"), Path.of("/etc/hostname"));
    Files.createDirectories(folder.resolve("mod_b"));
    Path large = folder.resolve("mod_b/mod_b.lua");
    try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
      sparse.setLength(BoundedFile.TEXT_LIMIT + 1);
    }

    assertThat(LINTER.lint(List.of(folder)).findings())
        .filteredOn(finding -> finding.severity() != Severity.NOTE)
        .extracting(finding -> finding.file().getFileName() + " " + finding.rule().id())
        .containsExactlyInAnyOrder(
            "mod_a.lua print-call",
            "mod_b.lua file-unreadable",
            "README.md file-unreadable",
            "far.lib.lua print-call",
            "mod_c.lua print-call");
  }
}
