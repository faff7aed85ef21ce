package io.prosodykit.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines, crowds of findings and names that are too long to print. */
class LongLineTest {
  private static final int CALLS = 4_000;
  private static final String CROWD = "print(1) ".repeat(CALLS);

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private LintReport lint(String source) throws IOException {
    return Modules.lint(folder, "13.0", source);
  }

  /** The two lines with the excerpt and the caret. */
  private static List<String> shown(LintReport report) {
    return LintFormat.TEXT.print(report).lines().skip(1).limit(2).toList();
  }

  @ParameterizedTest
  @EnumSource
  void printsAShortReportOfACrowdOnOneLine(LintFormat format) throws IOException {
    String few = format.print(lint("print(1) "));
    String many = format.print(lint(CROWD));

    assertThat(many.length() - few.length()).isLessThan(14_000);
  }

  @Test
  void saysHowManyFindingsOfALineAreNotPrinted() throws IOException {
    LintReport report = lint(CROWD + "g = 1\nprint(2)\n");

    assertThat(report.findingsOf(LintRule.PRINT_CALL)).hasSize(CALLS + 1);
    assertThat(report.count(Severity.WARNING)).isEqualTo(CALLS + 2);
    assertThat(LintFormat.TEXT.print(report))
        .containsOnlyOnce("    … and 3,980 more of print-call on this line\n")
        .contains("g is a global variable", "mod_example.lua:2:1")
        .endsWith(": 0 errors, 4002 warnings, 0 notes\n");
    JsonNode findings = json(report);
    assertThat(findings).hasSize(ShownFinding.MOST_ON_A_LINE + 2);
    assertThat(findings.findValuesAsText("more")).containsExactly("3980");
    assertThat(LintFormat.SARIF.print(report))
        .containsOnlyOnce("\"occurrenceCount\": 3981")
        .containsOnlyOnce("(and 3,980 more of print-call on this line)");
    assertThat(LintFormat.CHECKSTYLE.print(report))
        .containsOnlyOnce("(and 3,980 more of print-call on this line)");
  }

  private static JsonNode json(LintReport report) throws IOException {
    return new ObjectMapper().readTree(LintFormat.JSON.print(report)).path("findings");
  }

  @ParameterizedTest
  @CsvSource({"0, 400, 1, 161", "80, 400, 81, 161", "81, 400, 82, 162", "400, 0, 154, 161"})
  void showsThePartOfTheLineAroundTheFinding(int before, int behind, int column, int length)
      throws IOException {
    LintReport report = lint(";".repeat(before) + "print(1)" + ";".repeat(behind));
    SourceExcerpt source = report.findingsOf(LintRule.PRINT_CALL).get(0).source();

    assertThat(source.column()).isEqualTo(column);
    assertThat(source.text()).hasSize(length);
    assertThat(source.text().substring(column - 1)).startsWith("print(1)");
    assertThat(source.text().startsWith("…")).isEqualTo(before > 80);
    assertThat(source.text().endsWith("…")).isEqualTo(behind > 0);
  }

  @Test
  void tellsProgramsWhereTheFindingIsInACutLine() throws IOException {
    JsonNode cut = json(lint(" ".repeat(300) + "print(1)")).path(0);

    assertThat(cut.path("column").asInt()).isEqualTo(301);
    assertThat(cut.path("sourceLine").asText()).startsWith("… ").endsWith("print(1)");
    assertThat(cut.path("sourceColumn").asInt()).isEqualTo(154);
    assertThat(json(lint(" ".repeat(100) + "print(1)")).path(0).has("sourceColumn")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40, 79, 80, 81, 160, 500})
  void countsPairsOfSurrogatesOnce(int pairs) throws IOException {
    String comment = "--[[" + "\uD83D\uDE00".repeat(pairs) + "]] ";
    LintReport report = lint(comment + "print(1)" + " --" + "\uD83D\uDE00".repeat(200));
    SourceExcerpt source = report.findings().get(0).source();
    int begin = source.text().offsetByCodePoints(0, source.column() - 1);

    assertThat(report.findings().get(0).position().column()).isEqualTo(pairs + 8);
    assertThat(source.text().substring(begin)).startsWith("print(1)");
    assertThat(source.text().codePointCount(0, source.text().length()))
        .isEqualTo(SourceExcerpt.LONGEST + (begin > 0 && source.text().startsWith("…") ? 2 : 1));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`'x' `, 4",
        "`\t\t`, 2",
        "`'漢字' `, 7",
        "`'😀' `, 5",
        "`'e\u0301' `, 4",
        "`'\u1112\u1161\u11ab' `, 5",
        "`'\u200b' `, 9",
      })
  void putsTheCaretBelowTheFinding(String before, int columns) throws IOException {
    LintReport report = lint("f(" + before + ");print(1)");

    assertThat(shown(report).get(1))
        .isEqualTo(" ".repeat(4 + columns + 4) + "^".repeat("print(1)".length()));
  }

  @Test
  void keepsTheMeaningOfABaseline() throws IOException {
    Baseline baseline = Baseline.of(lint(CROWD));

    assertThat(lint(CROWD).without(baseline).findings()).isEmpty();
    assertThat(lint(CROWD + "print(1) ").without(baseline).findings()).hasSize(1);
    Path file = folder.resolve("baseline");
    baseline.write(file);
    assertThat(file).isRegularFile();
    assertThat(Files.size(file)).isLessThan(100_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# = 1",
        "module:#()",
        "module:get_option('#')",
        "module:get_option_number('#', 1, 2, 3)",
        "module:get_option('#') module:get_option_#('#')",
        "module:get_option('#', 1) module:get_option('#', 2)",
        "module:depends('#')",
        "module:depends('mod_#', true)",
        "require 'util.#'",
        "require 'prosody.util.#'",
        "module:hook('iq/host/urn:#:x', f)",
        "-- prosodykit: ignore #",
        "x = = #",
        "x = '\\q#'",
        "goto #",
        "::#:: ::#::",
        "local x <#> = 1",
        "local # <const> = 1; # = 2",
        "x = 1#",
      })
  void cutsLongNamesInMessages(String part) throws IOException {
    LintReport report = Modules.lint(folder, "[0.11,13.0]", part.replace("#", "x".repeat(100_000)));

    assertThat(report.findings()).isNotEmpty();
    for (Finding finding : report.findings()) {
      assertThat(finding.message() + finding.fix()).hasSizeLessThan(1_200);
    }
  }
}
