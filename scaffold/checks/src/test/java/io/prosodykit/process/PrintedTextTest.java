package io.prosodykit.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintedTextTest {
  private static final int KEPT = 128 << 10;

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private PrintedText printed(String text) throws IOException {
    return PrintedText.read(Files.writeString(folder.resolve("output"), text));
  }

  @Test
  void keepsAllOfAShortText() throws IOException {
    PrintedText printed = printed("one\ntwo\n\nthrée");

    assertThat(printed.size()).isEqualTo(15);
    assertThat(printed.text()).isEqualTo("one\ntwo\n\nthrée");
    assertThat(printed.text(4, 8)).isEqualTo("two\n");
    assertThat(printed.text(9, 99)).isEqualTo("thrée");
    assertThat(printed.text(8, 4)).isEmpty();
    assertThat(printed("").text()).isEmpty();
  }

  @Test
  void keepsAllWhereHeadAndTailMeet() throws IOException {
    String line = "x".repeat(63) + "\n";
    String text = line.repeat(2 * KEPT / 64);

    assertThat(printed(text).text()).isEqualTo(text);
    assertThat(printed(text).text(KEPT - 64, KEPT + 64)).isEqualTo(line + line);
    assertThat(printed(text.substring(64)).text()).isEqualTo(text.substring(64));
  }

  @Test
  void saysHowMuchIsOmittedBetweenHeadAndTail() throws IOException {
    String line = "x".repeat(63) + "\n";
    PrintedText printed = printed(line.repeat(2 * KEPT / 64 + 10));

    assertThat(printed.text())
        .hasSize(2 * KEPT + "[640 bytes omitted]\n".length())
        .contains("x\n[640 bytes omitted]\nx");
    assertThat(printed.text(KEPT - 64, KEPT + 128)).isEqualTo(line + "[128 bytes omitted]\n");
    assertThat(printed.text(KEPT + 64, KEPT + 128)).isEqualTo("[64 bytes omitted]\n");
    assertThat(printed.text(KEPT + 639, KEPT + 704)).isEqualTo("[1 bytes omitted]\n" + line);
  }

  @Test
  void shortensLongLines() throws IOException {
    assertThat(printed("a\n" + "x".repeat(5000) + "\nb").text())
        .isEqualTo("a\n" + "x".repeat(4096) + " [904 characters omitted]\nb");
    assertThat(printed("\0".repeat(60 << 20)).text().length()).isLessThan(9000);
  }
}
