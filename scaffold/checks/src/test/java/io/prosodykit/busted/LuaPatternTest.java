package io.prosodykit.busted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.prosodykit.files.NamePattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LuaPatternTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "answers", "^mod_a$", "%w+", "[]a]", "[^]a]", "[%]]", "%bxy", "%f[%w]a", "(a)%1", "()",
        "%%", "a-b"
      })
  void acceptsWhatLuaAccepts(String pattern) {
    assertThat(LuaPattern.check(pattern)).isEqualTo(pattern);
  }

  @ParameterizedTest
  @CsvSource({
    "a%, ends with %",
    "[a, has a [ without a ]",
    "[], has a [ without a ]",
    "[a%, ends with %",
    "(a, has a ( without a )",
    "a), has a ) without a (",
    "%bx, has a %b without two characters",
    "%fa, has a %f without a [set]",
    "%1, refers to a capture %1 that does not exist",
    "(%1), refers to a capture %1 that does not exist",
  })
  void refusesWhatLuaRefuses(String pattern, String flaw) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LuaPattern.check(pattern))
        .withMessageContaining("the pattern \"" + pattern + "\" " + flaw);
  }

  @ParameterizedTest
  @CsvSource({
    "_spec, a_spec.lua, true",
    "%.spec, a_spec.lua, false",
    "%.spec, a.spec.lua, true",
    ".spec, a_spec.lua, true",
    "^test_.+%.lua$, test_a.lua, true",
    "^test_.+%.lua$, test_.lua, false",
    "a-b, aab, true",
    "a-b, a-b, true",
    "^a-b, a-b, false",
    "^*b, *b, true",
    "^a*?b, aa?b, true",
    "a$b, a$b, true",
    "%%{2}, %{2}, true",
    "a|b, a, false",
    "%%$, a%, true",
    "%$, a$b, true",
    "$, a, true",
    "^$, a, false",
    "b$, ab, true",
    "b$, ba, false",
    "^ä?b, b, false",
    "^aä?b, aäb, true",
    "^a..b, aäb, true",
  })
  void findsInNamesWhatLuaFinds(String pattern, String name, boolean found) {
    assertThat(LuaPattern.forNames(pattern).orElseThrow().matches(name)).isEqualTo(found);
  }

  @Test
  @Timeout(10)
  void findsInLongNamesAtOnceWhateverIsRepeated() {
    NamePattern pattern =
        LuaPattern.forNames(".*a".repeat(6) + ".-a".repeat(6) + "b").orElseThrow();
    assertThat(pattern.matches("a".repeat(250))).isFalse();
    assertThat(pattern.matches("a".repeat(250) + "b")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[ab]", "(a)", "%a", "%1", "a%"})
  void leavesOtherPatternsToLua(String pattern) {
    assertThat(LuaPattern.forNames(pattern)).isEmpty();
  }
}
