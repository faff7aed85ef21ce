package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import io.prosodykit.text.VisibleText;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionSpecTest {
  @Test
  void holdsItsValues() {
    OptionSpec option = OptionSpec.list("x_names", "a", "b").withDescription("Who");

    assertThat(option.name()).isEqualTo("x_names");
    assertThat(option.type()).isEqualTo(OptionSpec.Type.LIST);
    assertThat(option.defaultValue()).isEqualTo(ImmutableList.of("a", "b"));
    assertThat(option.description()).isEqualTo("Who");
    assertThat(option).hasToString("x_names (list of strings, [a, b])");
  }

  @Test
  void isEqualByValue() {
    assertThat(OptionSpec.integer("x", 1)).isEqualTo(OptionSpec.integer("x", 1));
    assertThat(OptionSpec.integer("x", 1)).hasSameHashCodeAs(OptionSpec.integer("x", 1));
    assertThat(OptionSpec.integer("x", 1)).isNotEqualTo(OptionSpec.number("x", 1));
    assertThat(OptionSpec.bool("x", true)).isNotEqualTo(OptionSpec.bool("x", false));
    assertThat(OptionSpec.bool("x", true)).isNotEqualTo(OptionSpec.bool("y", true));
    assertThat(OptionSpec.bool("x", true))
        .isNotEqualTo(OptionSpec.bool("x", true).withDescription("y"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "1a", "_a", "a-b", "a b", "a\n", "é", "end", "goto", "a.b", "a\";x"})
  void refusesNames(String name) {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> OptionSpec.bool(name, true))
        .withMessageContaining("option name \"" + VisibleText.of(name) + "\"");
  }

  @Test
  void refusesLongNames() {
    assertThat(OptionSpec.bool("a".repeat(64), true).name()).hasSize(64);
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> OptionSpec.bool("a".repeat(65), true))
        .withMessageContaining("65 characters");
  }

  @Test
  void refusesValuesThatLuaCannotRepresent() {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> OptionSpec.number("x", Double.NaN))
        .withMessageContaining("NaN");
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> OptionSpec.integer("x", Long.MAX_VALUE))
        .withMessageContaining("9223372036854775807");
  }

  @Test
  void refusesHalfOfSurrogatePair() {
    OptionSpec option = OptionSpec.bool("x", true);

    assertThat(
            List.<ThrowingCallable>of(
                () -> OptionSpec.string("x", "\uD800"),
                () -> OptionSpec.list("x", "fine", "\uDC00"),
                () -> option.withDescription("\uDC00\uD800")))
        .allSatisfy(
            call ->
                assertThatExceptionOfType(InvalidSpecException.class)
                    .isThrownBy(call)
                    .withMessageContaining("contains an unpaired surrogate"));
  }

  @Test
  void reportsAllProblemsAtOnce() {
    assertThatExceptionOfType(InvalidSpecException.class)
        .isThrownBy(() -> OptionSpec.string("X", "\uD800"))
        .satisfies(refusal -> assertThat(refusal.problems()).hasSize(2));
  }
}
