package io.prosodykit.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuaTextTest {
  @Test
  void keepsPlainText() {
    assertThat(LuaText.quote("it's [[é]] -- 你")).isEqualTo("\"it's [[é]] -- 你\"");
  }

  @Test
  void escapesQuotesBackslashesAndLineEnds() {
    assertThat(LuaText.quote("\"\\\r\n")).isEqualTo("\"\\\"\\\\\\r\\n\"");
  }

  @Test
  void writesThreeDigitsSoThatNoDigitJoinsThem() {
    assertThat(LuaText.quote("\0" + "1\t")).isEqualTo("\"\\0001\\009\"");
  }

  @Test
  void showsTheCodeOfInvisibleCharacters() {
    assertThat(LuaText.quote("a\u202Eb\uFEFF")).isEqualTo("\"a\\226\\128\\174b\\239\\187\\191\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD800", "a\uDC00", "\uDC00\uD800"})
  void refusesUnpairedSurrogates(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LuaText.quote(text))
        .withMessageContaining("the text contains an unpaired surrogate");
  }

  @Test
  void writesNumbers() {
    assertThat(LuaText.number(-5)).isEqualTo("-5");
    assertThat(LuaText.number(1L << 53)).isEqualTo("9007199254740992");
    assertThat(LuaText.number(0.5)).isEqualTo("0.5");
    assertThat(LuaText.number(1e10)).isEqualTo("1.0E10");
  }

  @ParameterizedTest
  @ValueSource(longs = {(1L << 53) + 1, -(1L << 53) - 1, Long.MAX_VALUE, Long.MIN_VALUE})
  void refusesIntegersThatOldVersionsOfLuaRound(long value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LuaText.number(value))
        .withMessageContaining(Long.toString(value));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesNumbersWithoutALiteral(double value) {
    assertThatIllegalArgumentException().isThrownBy(() -> LuaText.number(value));
  }

  @Test
  void writesOneCommentLineForEachLine() {
    assertThat(LuaText.comment("[[one\r\n\n  two  words")).isEqualTo("-- [[one\n--\n-- two words");
  }

  @Test
  void wrapsLongCommentsAndCutsLongWords() {
    assertThat(LuaText.comment("word ".repeat(500) + "x".repeat(500)).lines())
        .hasSizeGreaterThan(20)
        .allMatch(line -> line.startsWith("-- ") && line.length() <= 100);
  }

  @Test
  void makesInvisibleCharactersVisibleInComments() {
    assertThat(LuaText.comment("a\u202Eb \0 \uD800")).isEqualTo("-- aU+202Eb U+0000 U+D800");
  }

  @ParameterizedTest
  @ValueSource(strings = {"luacheck: ignore", "  luacheck: push"})
  void writesNoDirectives(String text) {
    assertThat(LuaText.comment(text)).startsWith("-- luacheck : ");
  }

  @Test
  void writesNoDirectiveWhenALineIsWrapped() {
    String text = "x".repeat(95) + " luacheck: ignore";

    assertThat(LuaText.comment(text)).endsWith("\n-- luacheck : ignore");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "_", "A1_", "self"})
  void knowsIdentifiers(String text) {
    assertThat(LuaText.isIdentifier(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "é", "a-b", "goto", "end", "a ", "a\n"})
  void knowsWhatIsNotAnIdentifier(String text) {
    assertThat(LuaText.isIdentifier(text)).isFalse();
  }
}
