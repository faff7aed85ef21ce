package io.prosodykit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramConditionTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @BeforeEach
  void installOneProgram() throws IOException {
    Path program = Files.createFile(folder.resolve("there"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void runsWhereProgramsAreInstalled() {
    ProgramCondition condition = new ProgramCondition(folder.toString(), true);

    assertThat(condition.reasonToSkip(List.of("there"))).isEmpty();
  }

  @Test
  void skipsWithAReasonIfAProgramIsMissing() {
    ProgramCondition condition = new ProgramCondition(folder.toString(), false);

    assertThat(condition.reasonToSkip(List.of("there", "gone"))).contains("not installed: gone");
  }

  @Test
  void failsIfAProgramIsMissingAndRequired() {
    ProgramCondition condition = new ProgramCondition(folder.toString(), true);

    assertThatIllegalStateException()
        .isThrownBy(() -> condition.reasonToSkip(List.of("gone")))
        .withMessageContaining("not installed: gone");
  }
}
