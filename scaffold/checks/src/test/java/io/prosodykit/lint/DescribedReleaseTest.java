package io.prosodykit.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Release;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.moduletree.TargetChoice;
import io.prosodykit.testing.Records;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets that do not come with the library, but that a catalogue file describes. */
class DescribedReleaseTest {
  private static final ProsodyVersion V13_1 = ProsodyVersion.parse("13.1");

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  /** Prosody 13.1 has other functions and libraries than 13.0, and ships smacks alone. */
  private static Knowledge knowledge() {
    VersionRange whole = VersionRange.of(V13_1);
    return Knowledge.builder()
        .version("next")
        .asOf(LocalDate.of(2027, 3, 1))
        .source(new Source("13.1.0", Source.Kind.RELEASE, V13_1, "2027-03", "Prosody", true))
        .release(
            Release.builder(V13_1, "2027-03")
                .maintained(true)
                .lua(List.of("5.4"))
                .libraryPrefix("prosody.")
                .function("hook", whole)
                .function("depends", whole)
                .function("hook_later", whole)
                .library("util.later", whole)
                .build())
        .add(Evidence.builder("smacks").ships(V13_1).build())
        .build();
  }

  private LintReport lint(TargetChoice targets, String source) throws IOException {
    Files.writeString(folder.resolve("mod_example.lua"), source);
    return Linter.builder(targets).base(folder).build().lint(List.of(folder));
  }

  private List<String> messages(String targets, String source) throws IOException {
    TargetRange range = TargetRange.of(VersionRange.parse(targets), knowledge());
    return lint(TargetChoice.given(range), source).findings().stream()
        .map(finding -> finding.targets() + " " + finding.message())
        .toList();
  }

  @Test
  void knowsTheFunctionsAndLibrariesOfTheRelease() throws IOException {
    String source =
        "local later = require \"prosody.util.later\";\nmodule:hook_later(\"x\", later.handle);\n";

    assertThat(messages("13.1", source)).isEmpty();
    assertThat(messages("[13.0,)", source))
        .containsExactly(
            "[13.0] prosody.util.later is not in Prosody 13.0",
            "[13.0] module:hook_later is not in Prosody 13.0");
  }

  @Test
  void findsWhatTheReleaseLacks() throws IOException {
    assertThat(messages("[0.12,13.1]", "module:hook_tag(\"x\", \"y\", print_it);\n"))
        .contains("[13.1] module:hook_tag is not in Prosody 13.1");
    assertThat(messages("13.1", "module:depends(\"smacks\");\nmodule:depends(\"bosh\");\n"))
        .containsExactly(
            "[13.1] neither Prosody 13.1 nor the community modules of its time include \"bosh\"");
  }

  @Test
  void hasTheFunctionsAndModulesOfABranchThatItIsLike() throws IOException {
    Knowledge like =
        Knowledge.builder()
            .version("next")
            .asOf(LocalDate.of(2027, 3, 1))
            .release(Release.builder(V13_1, "2027-03").like(ProsodyVersion.V13_0).build())
            .build();
    String source =
        """
        local jid = require "util.jid";
        module:depends("bosh");
        module:hook_tag("x", "y", jid.bare);
        """;

    assertThat(
            lint(TargetChoice.given(TargetRange.of(VersionRange.parse("[13.1,)"), like)), source)
                .findings())
        .extracting(Finding::message)
        .noneMatch(message -> message.contains("13.1"));
    assertThat(messages("[13.1,)", source)).anyMatch(message -> message.contains("13.1"));
  }

  @Test
  void assumesThatTheServerIsOtherwiseLikeItsNewestKnownBranch() throws IOException {
    String callback = "function module.ready()\nend\n";

    assertThat(messages("[0.11,0.12]", callback))
        .contains("[0.11, 0.12] nothing calls module.ready in Prosody 0.11 and 0.12");
    assertThat(messages("13.1", callback)).isEmpty();
  }

  @Test
  void readsTheTargetsOfRecords() throws IOException {
    Records.write(folder, "13.1");
    Path module = Files.createDirectories(folder.resolve("mod_example"));
    Records.write(module, "13.1");
    Files.writeString(module.resolve("mod_example.lua"), "module:hook_later(\"x\", f);\n");

    LintReport report =
        Linter.builder(TargetChoice.recorded(knowledge()))
            .base(folder)
            .build()
            .lint(List.of(folder));

    assertThat(report.targets()).containsExactly(V13_1);
    assertThat(report.findings())
        .extracting(Finding::rule)
        .doesNotContain(LintRule.RECORD_UNREADABLE);
  }
}
