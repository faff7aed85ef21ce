package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the verification waits for, and for how long. */
@Execution(ExecutionMode.CONCURRENT) // nearly all of the time goes into waiting
@Tag("external")
@Tag("slow")
final class PatientVerificationTest extends ModulesInAServer {
  @ParameterizedTest(name = "on {0}")
  @ValueSource(strings = {"0.11", "0.12", "13.0"})
  void killsAServerThatIsBlocked(String branch) throws Exception {
    module("blocks", "os.execute(\"sleep 600\");\n");

    VerifyReport report = run(verification().timeout(Duration.ofSeconds(4)), branch);

    assertThat(report.complaints())
        .extracting(Complaint::title)
        .containsExactly("Prosody was not ready within 4 seconds");
  }

  @Test
  void waitsForALine() throws Exception {
    module("slow", "module:add_timer(1, function () module:log(\"info\", \"now  then\"); end);\n");

    assertThat(run(verification().await("slow info now then"), "13.0").passed()).isTrue();
    VerifyReport never = run(verification().await("never").timeout(Duration.ofSeconds(8)), "13.0");

    assertThat(never.complaints())
        .extracting(Complaint::title)
        .containsExactly("no line of the log contains \"never\"");
  }

  @Test
  void endsNothingOnceTheServerHasStarted() throws Exception {
    module(
        "busy",
        """
        module:set_global();
        module:hook("config-reloaded", function () module:log("info", "is read again"); end);
        module:hook("server-stopping", function () for _ = 1, 3000000 do end end);
        local file = io.open("PID", "w");
        file:write(io.open("/proc/self/stat"):read("*l"):match("%d+"));
        file:close();
        """
            .replace("PID", folder.resolve("pid").toString()));
    String command =
        "kill -HUP $(cat PID); while ! grep -q 'read again' $PROSODY_LOG; do sleep 0.1; done; sleep 6"
            .replace("PID", folder.resolve("pid").toString());

    VerifyReport report =
        run(verification().timeout(Duration.ofSeconds(15)).command(command), "13.0");

    assertThat(report.complaints()).isEmpty();
  }

  @Test
  void reportsAServerThatDoesNotStop() throws Exception {
    module(
        "stays",
        """
        module:hook_global("server-stopping", function () while true do end end);
        """);

    VerifyReport report = run(verification(), "13.0");

    assertThat(report.complaints())
        .extracting(Complaint::title)
        .containsExactly("Prosody did not end within 10 seconds of SIGTERM, and was killed");
  }
}
