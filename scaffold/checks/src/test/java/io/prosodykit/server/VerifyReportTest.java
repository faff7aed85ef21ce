package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.files.RefusedFileException;
import io.prosodykit.moduletree.TargetChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class VerifyReportTest {
  private static Path program(Path file, String script) throws IOException {
    Files.writeString(Files.createDirectories(file.resolveSibling("")).resolve(file), script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  /** Makes an installation that prints something about itself, and does nothing else. */
  private static ProsodyInstallation printing(Path folder, String about) throws IOException {
    return new ProsodyInstallation(
        program(folder.resolve("prosody"), "#!/bin/sh\n"),
        program(folder.resolve("prosodyctl"), "#!/bin/sh\necho '" + about + "'\n"));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void namesTheServerThatDoesNotWork(@TempDir Path folder) throws Exception {
    Path modules = Files.createDirectory(folder.resolve("modules"));
    Files.writeString(modules.resolve("mod_x.lua"), "");
    ServerVerification verification =
        ServerVerification.builder(List.of(modules))
            .targets(TargetChoice.given(TargetRange.parse("13.0")))
            .build();
    ProsodyInstallation old =
        printing(folder.resolve("old"), "Prosody 0.11.9\n\n# Prosody directories");
    ProsodyInstallation other = printing(folder.resolve("other"), "no release");
    List<VerifyReport> reported = new ArrayList<>();

    VerifyReports reports = verification.run(List.of(old, old), reported::add);
    assertThat(reports.reports()).isEqualTo(reported).hasSize(2);
    assertThat(reports.hasRun()).isFalse();
    assertThat(reports.failures()).isEmpty();

    assertThatExceptionOfType(InstallationException.class)
        .isThrownBy(() -> verification.run(List.of(old, other, old), reported::add))
        .withMessageContaining(other.prosody() + ": this program does not print its release")
        .satisfies(thrown -> assertThat(thrown.installation()).isEqualTo(other))
        .withCauseInstanceOf(RefusedFileException.class);
    assertThat(reported).hasSize(3);
  }

  @Test
  void doesNotPassWithoutAModule() {
    VerifyReport report =
        VerifyReport.ofNoModule(
            "0.11.9", ImmutableList.of(new OmittedModule("new", TargetRange.parse("[0.12,13.0]"))));

    assertThat(report.passed()).isFalse();
    assertThat(report)
        .hasToString(
            """
            Prosody 0.11.9: not verified, because no module is for this release
              mod_new is omitted: it is for Prosody [0.12,13.0]
            """);
  }
}
