package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StabilityTest {
  @Test
  void isOrderedFromTheMostStable() {
    assertThat(Stability.values())
        .extracting(Stability::id)
        .containsExactly("core", "official", "stable", "beta", "alpha");
  }

  @ParameterizedTest
  @EnumSource
  void isReadByIdInAnyCase(Stability stability) {
    assertThat(Stability.parse(stability.id())).isEqualTo(stability);
    assertThat(Stability.parse(stability.name())).isEqualTo(stability);
    assertThat(stability).hasToString(stability.name().toLowerCase(Locale.ROOT));
    assertThat(stability.variable()).isEqualTo("PROSODY_ENABLE_" + stability.name());
  }

  @Test
  void isReadInATurkishLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(Stability.parse("OFFICIAL")).isEqualTo(Stability.OFFICIAL);
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "1", "core ", "stabl", "community", "Betta"})
  void refusesOtherTexts(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Stability.parse(text))
        .withMessageStartingWith("unknown stability \"%s\": ", text)
        .withMessageEndingWith("choose from core, official, stable, beta, alpha");
  }

  @Test
  void suggestsTheNearestNames() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Stability.parse("Betta"))
        .withMessageContaining("a stability with a similar name exists: \"beta\"");
  }

  @Test
  void onlyAlphaIsDisabledByDefault() {
    assertThat(Stability.values())
        .filteredOn(stability -> !stability.enabledByDefault())
        .containsExactly(Stability.ALPHA);
  }
}
