package io.prosodykit.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.json.Json;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.module.Rockspec;
import io.prosodykit.moduletree.ModuleFiles;
import io.prosodykit.moduletree.TargetChoice;
import io.prosodykit.testing.Mutations;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Any text can be linted, and its report printed in every format. */
class LintFuzzTest {
  private static final LintSettings SETTINGS =
      new LintSettings(
          TargetChoice.given(TargetRange.parse("[0.9,13.0]")),
          ImmutableSet.of(),
          ImmutableMap.of(),
          Path.of("").toAbsolutePath(),
          ServerFacts.reference());

  private static final TargetChecks CHECKS =
      TargetChecks.prepare(SETTINGS.facts(), SETTINGS.targets().range());

  /** One of this many reports is printed in the slower formats. */
  private static final int SOME = 50;

  private static final Path MAIN = Path.of("mod_example.lua");

  private static final ModuleFiles FILES =
      new ModuleFiles("example", MAIN, Optional.empty(), ImmutableList.of(MAIN), true);

  private static final ImmutableList<String> SEEDS =
      ImmutableList.of(
          "module:set_global() local m = module; m:depends('muc', true) m.context('*'):may('x')\n",
          "if not module.may then return end\nlocal um = require 'core.usermanager'; um.is_admin()",
          "module:hook('iq-get/host/urn:x:y', function (event) print(event) return true end, 5);\n",
          "local ok, x = pcall(require, 'util.rsm'); -- prosodykit: ignore print-call, why\nprint(1)",
          "module:get_option_number('x_y', 1, 2) module:get_option_set('x_y', {}) g = 'a' .. b",
          "--[[ XEP-0198 ]] local a <const>, b <close> = 1, 2; goto l ::l:: return ('%s'):format(a)",
          "local p = { is_admin = function () end } module:provides('auth', p) table.unpack(p)",
          "package = 'mod_x' version = '1-1' build = { modules = { mod_x = 'mod_x.lua' } }",
          "--% requires: a, b\nfor i = 1, 2 do if x then break elseif y then end end");

  private static final ImmutableList<String> WORDS =
      ImmutableList.of(
          "module:",
          "module.",
          "may",
          "hook",
          "get_option",
          "depends(",
          "require ",
          "pcall(",
          "(",
          ")",
          "{",
          "}",
          "[[",
          "]]",
          "--",
          "--[==[",
          "-- prosodykit: ignore ",
          "print-call",
          "local ",
          "function ",
          "end ",
          "if ",
          "then ",
          "elseif ",
          "else ",
          "for ",
          "while ",
          "do ",
          "repeat ",
          "until ",
          "return ",
          "goto ",
          "::x::",
          "not ",
          "and ",
          "or ",
          "..",
          "...",
          "nil",
          "true",
          "0x1p",
          "1e",
          "'\\u{",
          "'\\z",
          "\\",
          "<const>",
          "<close>",
          ", ",
          "=",
          "==",
          "~=",
          "//",
          "print(1) ",
          "x",
          "_G.",
          "context('a'):",
          ":format(",
          "'%s'");

  @FuzzTest(maxDuration = "5m")
  void lintsAnyBytes(byte[] source) throws IOException {
    check(new String(source, StandardCharsets.UTF_8));
  }

  @Test
  void lintsRandomlyChangedModules() {
    Mutations.each(SEEDS, WORDS, LintFuzzTest::check);
  }

  private static void check(String source) throws IOException {
    var unused = Rockspec.parse(source);
    LintedModule module =
        LintedModule.of(
            FILES,
            ImmutableMap.of(MAIN, ModuleCode.of(source)),
            ImmutableSet.of(),
            SETTINGS.targets().of(MAIN));
    LintReport report =
        LintReport.of(
            ImmutableList.of(ProsodyVersion.BRANCHES), new LintRun(SETTINGS).check(module, CHECKS));

    for (Finding finding : report.findings()) {
      String text = finding.source().text();
      assertThat(text.codePointCount(0, text.length())).isLessThan(SourceExcerpt.LONGEST + 3);
      assertThat(finding.message().length()).isLessThan(2_000);
    }
    assertThat(report.without(Baseline.of(report)).findings()).isEmpty();
    assertThat(LintFormat.TEXT.print(report)).endsWith("\n");
    assertThat(Json.read(LintFormat.JSON.print(report))).isNotNull();
    if (source.length() % SOME == 0) {
      // the help of all rules and a writer of XML take longer than everything else
      assertThat(LintFormat.CHECKSTYLE.print(report)).endsWith("\n");
      assertThat(Json.read(LintFormat.SARIF.print(report))).isNotNull();
    }
  }
}
