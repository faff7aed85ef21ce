package io.prosodykit.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.process.BoundedLines.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedLinesTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private Path add(String text) throws IOException {
    return Files.writeString(
        folder.resolve("file"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Test
  void readsLinesAsTheFileGrows() throws IOException {
    try (BoundedLines lines = new BoundedLines(add("one\n\nthr"), 100)) {
      add("ee\nfour\n");
      assertThat(lines.next()).contains(new Line("one", 0));
      assertThat(lines.next()).contains(new Line("", 0));
      // newer lines are not read before the next look, so that a fast writer never blocks the
      // reader
      assertThat(lines.next()).isEmpty();

      lines.look();

      assertThat(lines.next()).contains(new Line("three", 0));
      assertThat(lines.next()).contains(new Line("four", 0));
      assertThat(lines.next()).isEmpty();
      assertThat(lines.rest()).isEmpty();
    }
  }

  @Test
  void keepsTheBeginningOfALongLine() throws IOException {
    String large = "x".repeat(200_000);
    try (BoundedLines lines = new BoundedLines(add(large + "\nshort\nrest" + large), 4)) {
      assertThat(lines.next()).contains(new Line("xxxx", 199_996));
      assertThat(lines.next().orElseThrow()).hasToString("shor [1 bytes omitted]");
      assertThat(lines.next()).isEmpty();
      assertThat(lines.rest()).contains(new Line("rest", 200_000));
    }
  }
}
