package io.prosodykit.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaRange;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contents of a finding, and the part of the source that it is about. */
class FindingTest {
  private static final LuaRange RANGE = new LuaRange(new LuaPosition(1, 2), new LuaPosition(1, 4));

  private static Finding.Builder builder() {
    return Finding.builder(LintRule.PRINT_CALL, Path.of("mod_a.lua"), RANGE, "wrong");
  }

  @Test
  void holdsWhatItIsGiven() {
    SourceExcerpt source = new SourceExcerpt("print(1)", 1);
    Finding finding =
        builder()
            .severity(Severity.ERROR)
            .targets(ImmutableList.of(ProsodyVersion.V13_0))
            .fix("right")
            .source(source)
            .build();

    assertThat(finding.rule()).isEqualTo(LintRule.PRINT_CALL);
    assertThat(finding.file()).isEqualTo(Path.of("mod_a.lua"));
    assertThat(finding.range()).isEqualTo(RANGE);
    assertThat(finding.position()).isEqualTo(RANGE.begin());
    assertThat(finding.message()).isEqualTo("wrong");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.targets()).containsExactly(ProsodyVersion.V13_0);
    assertThat(finding.fix()).isEqualTo("right");
    assertThat(finding.source()).isEqualTo(source);
    assertThat(finding).hasToString("mod_a.lua:1:2: print-call: wrong");
  }

  @Test
  void isEqualToOneWithTheSameContents() {
    assertThat(builder().build()).isEqualTo(builder().build()).hasSameHashCodeAs(builder().build());
    assertThat(
            List.of(
                builder().severity(Severity.NOTE).build(),
                builder().targets(ImmutableList.of(ProsodyVersion.V13_0)).build(),
                builder().fix("right").build(),
                builder().source(new SourceExcerpt("x", 1)).build()))
        .doesNotContain(builder().build());
  }

  @Test
  void hasTheSeverityOfItsRule() {
    assertThat(builder().build().severity()).isEqualTo(Severity.WARNING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "api-missing-in-target | module:may('x') f() | 1:1-1:16",
        "api-missing-in-target | module:may(\\n'x') | 1:1-2:5",
        "api-missing-in-target | function module.ready() end | 1:10-1:22",
        "api-deprecated | local p = { is_admin = function () end } module:provides('auth', p) | 1:13-1:39",
        "library-missing-in-target | require 'prosody.util.jid' | 1:1-1:27",
        "option-unprefixed | module:get_option('greeting') | 1:1-1:30",
        "dependency-unknown | module:depends('nobody_has_this') | 1:1-1:34",
        "global-assignment | greeting = 1 | 1:1-1:9",
        "global-assignment | _G.a = 1 | 1:1-1:5",
        "print-call | print 'é' | 1:1-1:10",
        "global-storage | module:set_global() module:open_store() | 1:21-1:40",
        "namespace-unadvertised | module:hook('iq/host/urn:x:y:query', f) | 1:1-1:40",
        "lua-syntax | local = 1 | 1:7-1:8",
        "lua-syntax | x = 1 'é' | 1:7-1:10",
        "lua-syntax | x = | 1:4-1:4",
        "suppression-unknown | f() -- prosodykit: ignore | 1:5-1:26",
        "lua-grammar-missing-in-target | local x <const> = 7 | 1:9-1:10",
      })
  void isAboutAPartOfTheSource(String rule, String source, String range, @TempDir Path folder)
      throws IOException {
    LintReport report = Modules.lint(folder, "[0.11,13.0]", source.replace("\\n", "\n"));

    assertThat(report.findingsOf(LintRule.parse(rule)))
        .extracting(finding -> finding.range().toString())
        .containsExactly(range);
  }

  @Test
  void isMarkedAsFarAsItsLineGoes(@TempDir Path folder) throws IOException {
    String source = "local a = module:may(\"é\",\n  1) print(2)\n";

    assertThat(LintFormat.TEXT.print(Modules.lint(folder, "0.12", source)))
        .contains(
            """
                local a = module:may("é",
                          ^^^^^^^^^^^^^^^
            """)
        .contains(
            """
                  1) print(2)
                     ^^^^^^^^
            """);
  }

  @Test
  void isMarkedWithinTheShownPartOfALongLine(@TempDir Path folder) throws IOException {
    String source = "print('" + "x".repeat(1_000) + "')\n";

    assertThat(LintFormat.TEXT.print(Modules.lint(folder, "0.12", source)))
        .contains("\n    " + "^".repeat(SourceExcerpt.LONGEST + 1) + "\n");
  }
}
