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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an interrupt from the keyboard or the end of a job leaves behind. */
@Isolated("it looks for servers that are left behind")
@Tag("external")
final class InterruptedVerificationTest {
  /** Verifies the folder of the second argument in the release of the first, for a long time. */
  public static void main(String[] arguments) throws Exception {
    ServerVerification.builder(List.of(Path.of(arguments[1])))
        .watch(Duration.ofSeconds(50))
        .build()
        .run(ProsodyInstallation.in(Path.of(arguments[0])));
  }

  @ParameterizedTest
  @ValueSource(strings = {"KILL", "TERM", "HUP", "INT"})
  void leavesNoServerBehind(String signal, @TempDir Path folder) throws Exception {
    Path release = ProsodyReleases.server("13.0");
    Path started = folder.resolve("started");
    Path modules = Files.createDirectories(folder.resolve("modules"));
    Path module = Files.createDirectories(modules.resolve("mod_x")).resolve("mod_x.lua");
    Files.writeString(
        module,
        "local file = io.open(\"%s\", \"w\"); file:write(prosody.paths.data); file:close();\n"
            .formatted(started));
    try (ChildJvm java =
        ChildJvm.start(
            folder,
            "256m",
            InterruptedVerificationTest.class,
            release.toString(),
            modules.toString())) {
      List<ProcessHandle> servers = java.await(started);
      assertThat(servers).isNotEmpty();

      java.kill(signal);

      java.leavesNothing(servers);
      assertThat(Path.of(Files.readString(started))).isAbsolute().doesNotExist();
    }
  }

  @Test
  void endsWhenTheThreadIsInterrupted(@TempDir Path folder) throws Exception {
    Path release = ProsodyReleases.server("13.0");
    Thread thread =
        new Thread(
            () -> {
              try {
                main(new String[] {release.toString(), folder.toString()});
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    thread.start();
    Deadline deadline = Deadline.in(Duration.ofSeconds(20));
    while (ProcessHandle.current().descendants().findAny().isEmpty() && !deadline.isOver()) {
      deadline.pause();
    }

    thread.interrupt();
    thread.join(20_000);

    assertThat(thread.isAlive()).isFalse();
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }
}
