package io.prosodykit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prosodykit.process.ChildProcess.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it looks for the children of this process")
@DisabledOnOs(OS.WINDOWS)
class ChildProcessTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private ChildProcess start(String line, Limits limits) throws IOException {
    return ChildProcess.start(
        new ProcessBuilder("sh", "-c", line).directory(folder.toFile()),
        folder.resolve("output"),
        limits);
  }

  private Cause run(String line, Limits limits) throws Exception {
    try (ChildProcess child = start(line, limits)) {
      return child.await();
    } finally {
      assertThat(ProcessHandle.current().descendants()).isEmpty();
    }
  }

  @Test
  void runsAProcessToItsEnd() throws Exception {
    try (ChildProcess child = start("echo out; echo err >&2; exit 3", Limits.OF_OUTPUT)) {
      assertThat(child.await()).isEqualTo(Cause.ITSELF);
      assertThat(child.exitCode()).isEqualTo(3);
    }

    assertThat(folder.resolve("output")).hasContent("out\nerr\n");
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  @Test
  void endsAtTheTimeLimit() throws Exception {
    assertThat(run("sleep 100 & sleep 100", new Limits(Duration.ofMillis(300), 1L << 40, 9)))
        .isEqualTo(Cause.TIME);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void endsAtTheMemoryLimit() throws Exception {
    assertThat(run("exec sleep 100", Limits.OF_OUTPUT.withTime(LONG).withMemory(100_000)))
        .isEqualTo(Cause.MEMORY);
    assertThat(run("sleep 0.2", Limits.OF_OUTPUT.withTime(LONG).withMemory(1L << 30)))
        .isEqualTo(Cause.ITSELF);
  }

  @Test
  void endsAtTheOutputLimitBeforeTheDiskFills() throws Exception {
    Cause cause = run("cat /dev/zero", new Limits(LONG, 1L << 40, 1000));

    assertThat(cause).isEqualTo(Cause.OUTPUT);
    assertThat(folder.resolve("output").toFile().length()).isLessThan(1L << 31);
  }

  @Test
  void endsAtTheLimitOfAnotherFile() throws Exception {
    Path other = folder.resolve("other");
    try (ChildProcess child =
        ChildProcess.start(
            new ProcessBuilder("sh", "-c", "exec cat /dev/zero > " + other),
            new byte[0],
            folder.resolve("output"),
            List.of(other),
            new Limits(LONG, 1L << 40, 1000),
            List.of())) {
      assertThat(child.await()).isEqualTo(Cause.FILE);
    }
  }

  @Test
  void endsOneWhoseOutputCannotBeWatchedAnyMore() throws Exception {
    assertThat(run("rm output; exec cat /dev/zero", Limits.OF_OUTPUT.withTime(LONG)))
        .isEqualTo(Cause.LOST);
  }

  @Test
  void endsOneThatDoesNotReadItsInput() throws Exception {
    try (ChildProcess child =
        ChildProcess.start(
            new ProcessBuilder("sleep", "100"),
            new byte[1 << 20],
            folder.resolve("output"),
            List.of(),
            new Limits(Duration.ofMillis(300), 1L << 40, 9),
            List.of())) {
      assertThat(child.await()).isEqualTo(Cause.TIME);
    }
  }

  @Test
  void leavesNothingOfOneThatCannotBeStarted() {
    assertThatThrownBy(
            () ->
                ChildProcess.start(
                    new ProcessBuilder("/no/such/program"),
                    folder.resolve("output"),
                    Limits.OF_OUTPUT))
        .isInstanceOf(IOException.class);
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  @Test
  void saysWhichLimitWasExceeded() {
    Limits limits = new Limits(Duration.ofSeconds(5), 128L << 20, 64L << 20);

    assertThat(limits.broken(Cause.ITSELF)).isEmpty();
    assertThat(limits.broken(Cause.TIME)).contains("ran longer than 5 s, and was ended");
    assertThat(limits.broken(Cause.MEMORY)).contains("used more than 128 MB, and was ended");
    assertThat(limits.broken(Cause.OUTPUT)).contains("printed more than 64 MB, and was ended");
  }

  @Test
  void restartsAGuardThatWasKilled() throws Exception {
    try (ChildProcess child = start("sleep 100", Limits.OF_OUTPUT)) {
      ProcessHandle first = guard().orElseThrow();

      first.destroyForcibly();
      first.onExit().get(5, TimeUnit.SECONDS);

      long end = System.nanoTime() + LONG.toNanos();
      while (guard().isEmpty() && System.nanoTime() < end) {
        Thread.sleep(50);
      }
      assertThat(guard()).isPresent();
      assertThat(child.isAlive()).isTrue();
    }
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  private static Optional<ProcessHandle> guard() {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .filter(
            child -> child.info().commandLine().filter(line -> line.contains("guard")).isPresent())
        .findAny();
  }

  @Test
  void deletesAFolderWhenItEnds() throws Exception {
    Path path;
    try (TemporaryFolder temporary = TemporaryFolder.in(folder.resolve("a"), "work-")) {
      path = temporary.path();
      Files.writeString(temporary.make("x-").resolve("file"), "text");
      TemporaryFolder.delete(path);
      assertThat(temporary.make("y-")).isDirectory();
    }
    assertThat(path).doesNotExist();
    assertThat(folder.resolve("a")).isEmptyDirectory();
  }
}
