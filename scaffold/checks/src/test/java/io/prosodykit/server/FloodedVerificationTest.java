package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.testing.ChildJvm;
import io.prosodykit.testing.ProsodyReleases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers and commands with endless output, verified with little memory. */
@Tag("external")
@Tag("slow")
final class FloodedVerificationTest extends ModulesInAServer {
  private static final String HEAP = "96m";

  /**
   * Verifies the folder of the second argument in the release of the first, with a command, and
   * writes the report into a file.
   */
  public static void main(String[] arguments) throws Exception {
    VerifyReport report =
        ServerVerification.builder(List.of(Path.of(arguments[1])))
            .watch(Duration.ofSeconds(1))
            .timeout(Duration.ofSeconds(50))
            .command(arguments[2])
            .build()
            .run(ProsodyInstallation.in(Path.of(arguments[0])));
    Files.writeString(Path.of(arguments[3]), report.toString());
  }

  private String verify(String command) throws Exception {
    Path report = folder.resolve("report");
    try (ChildJvm java =
        ChildJvm.start(
            folder,
            HEAP,
            FloodedVerificationTest.class,
            ProsodyReleases.server("13.0").toString(),
            folder.toString(),
            command,
            report.toString())) {
      assertThat(java.waitFor()).as("%s", folder.resolve("jvm.txt")).isZero();
      java.leavesNothing(List.of());
    }
    return Files.readString(report);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while true do io.write(chunk); end",
        "while true do io.write(chunk, \"\\n\"); end",
        "while true do module:log(\"warn\", \"%s\", chunk); end"
      })
  void endsAServerWhoseLogFillsTheDisk(String flood) throws Exception {
    module("flood", "local chunk = (\" \"):rep(1e6);\n" + flood + "\n");

    assertThat(verify("true")).contains("Prosody printed more than 64 MB, and was ended");
  }

  @Test
  void endsACommandThatPrintsWithoutEnd() throws Exception {
    module("quiet", "");

    assertThat(verify("yes")).contains("the command printed more than 64 MB, and was ended");
  }

  @Test
  void countsTheComplaintsThatAreTooMany() throws Exception {
    module("many", "for i = 1, 2500 do module:log(\"warn\", \"again\"); end\n");

    assertThat(verify("true")).containsPattern("the log has 5\\d\\d more warnings and errors");
  }
}
