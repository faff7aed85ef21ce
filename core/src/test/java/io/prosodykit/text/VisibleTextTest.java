package io.prosodykit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {

  @ParameterizedTest
  @CsvSource({
    "0x1B, \\u001B",
    "0x202E, \\u202E",
    "0xFE0F, \\uFE0F",
    "0x3164, \\u3164",
    "0xD83D, \\uD83D",
    "0xE0001, \\u{E0001}"
  })
  void showsTheCodeOfWhatCannotBeSeen(String codePoint, String shown) {
    assertThat(VisibleText.of("a" + Character.toString(Integer.decode(codePoint)) + "b"))
        .isEqualTo("a" + shown + "b");
  }

  @Test
  void keepsVisibleText() {
    assertThat(VisibleText.of("naïve \uD83D\uDE00 \"x\\\""))
        .isEqualTo("naïve \uD83D\uDE00 \"x\\\"");
  }

  @Test
  void keepsLines() {
    assertThat(VisibleText.lines("a\r\nb\u0007\n\nc")).isEqualTo("a\nb\\u0007\n\nc");
  }

  @Test
  void cutsBetweenCharacters() {
    assertThat(VisibleText.brief("\uD83D\uDE00".repeat(60))).isEqualTo("\uD83D\uDE00".repeat(60));
    assertThat(VisibleText.brief("\uD83D\uDE00".repeat(61)))
        .isEqualTo("\uD83D\uDE00".repeat(60) + "…");
  }
}
