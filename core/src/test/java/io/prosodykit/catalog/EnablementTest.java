package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import io.prosodykit.text.VisibleText;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnablementTest {
  @ParameterizedTest
  @CsvSource({"CORE,true", "OFFICIAL,true", "STABLE,true", "BETA,true", "ALPHA,false"})
  void hasTheGuidesDefaults(Stability stability, boolean enabled) {
    assertThat(Enablement.defaults().isEnabled(stability)).isEqualTo(enabled);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "1", "yes", "on", "TRUE", "Yes", "oN"})
  void enablesModules(String value) {
    Enablement on = Enablement.fromEnvironment(Map.of("PROSODY_ENABLE_ALPHA", value));
    assertThat(on.isEnabled(Stability.ALPHA)).isTrue();
    assertThat(on).isNotEqualTo(Enablement.defaults());
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "0", "no", "off", "FALSE", "No", "oFF"})
  void disablesModules(String value) {
    Enablement off = Enablement.fromEnvironment(Map.of("PROSODY_ENABLE_BETA", value));
    assertThat(off.isEnabled(Stability.BETA)).isFalse();
    assertThat(off.isEnabled(Stability.STABLE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "true ", "2", "-1", "enabled", "y", "wahr", "\u0000", "ＯＮ"})
  void refusesOtherValuesWithVariableAndValue(String value) {
    assertThatExceptionOfType(EnablementException.class)
        .isThrownBy(() -> Enablement.fromEnvironment(Map.of("PROSODY_ENABLE_STABLE", value)))
        .withMessage(
            "PROSODY_ENABLE_STABLE is \""
                + VisibleText.brief(value)
                + "\"; set it to true or false (or 1/0, yes/no, on/off)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "0", "no", "OFF"})
  void refusesToDisableCore(String value) {
    assertThatExceptionOfType(EnablementException.class)
        .isThrownBy(() -> Enablement.fromEnvironment(Map.of("PROSODY_ENABLE_CORE", value)))
        .withMessage(
            "PROSODY_ENABLE_CORE is \""
                + value
                + "\", but core modules are always on; remove it or set it to true");
  }

  @Test
  void acceptsCoreEnabled() {
    assertThat(Enablement.fromEnvironment(Map.of("PROSODY_ENABLE_CORE", "yes")))
        .isEqualTo(Enablement.defaults())
        .hasSameHashCodeAs(Enablement.defaults());
  }

  @Test
  void namesAllProblemsInTheOrderOfStability() {
    Map<String, String> environment =
        Map.of(
            "PROSODY_ENABLE_ALPHA", "maybe",
            "PROSODY_ENABLE_CORE", "off",
            "PROSODY_ENABLE_BETA", "true");
    assertThatExceptionOfType(EnablementException.class)
        .isThrownBy(() -> Enablement.fromEnvironment(environment))
        .satisfies(
            e -> {
              ImmutableList<String> problems = e.problems();
              assertThat(problems).hasSize(2);
              assertThat(problems.get(0)).startsWith("PROSODY_ENABLE_CORE is \"off\"");
              assertThat(problems.get(1)).startsWith("PROSODY_ENABLE_ALPHA is \"maybe\"");
              assertThat(e).hasMessage(String.join("; ", problems));
            });
  }

  @Test
  void quotesALongValueBriefly() {
    assertThatExceptionOfType(EnablementException.class)
        .isThrownBy(
            () -> Enablement.fromEnvironment(Map.of("PROSODY_ENABLE_BETA", "x".repeat(5_000_000))))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
  }

  @Test
  void ignoresOtherVariables() {
    assertThat(
            Enablement.fromEnvironment(
                Map.of("PROSODY_ENABLE_GAMMA", "x", "prosody_enable_beta", "no", "PATH", "/bin")))
        .isEqualTo(Enablement.defaults());
  }

  @Test
  void returnsItsVariables() {
    Enablement enablement = Enablement.fromEnvironment(Map.of("PROSODY_ENABLE_BETA", "OFF"));
    assertThat(enablement.variables())
        .containsExactly(
            Map.entry("PROSODY_ENABLE_CORE", "true"),
            Map.entry("PROSODY_ENABLE_OFFICIAL", "true"),
            Map.entry("PROSODY_ENABLE_STABLE", "true"),
            Map.entry("PROSODY_ENABLE_BETA", "false"),
            Map.entry("PROSODY_ENABLE_ALPHA", "false"));
    assertThat(Enablement.fromEnvironment(enablement.variables())).isEqualTo(enablement);
  }

  @Test
  void readsValuesInATurkishLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(
              Enablement.fromEnvironment(Map.of("PROSODY_ENABLE_ALPHA", "TRUE"))
                  .isEnabled(Stability.ALPHA))
          .isTrue();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void enablesModulesByTheirStability() {
    ModuleCatalog catalog = ModuleCatalog.reference();
    assertThat(Enablement.defaults().isEnabled(catalog.get("audit"))).isFalse();
    assertThat(Enablement.defaults().isEnabled(catalog.get("sasl2"))).isTrue();
  }
}
