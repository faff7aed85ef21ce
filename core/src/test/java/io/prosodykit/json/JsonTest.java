package io.prosodykit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void readsWhatItWrites() {
    Map<String, Object> document = Map.of("list", List.of(1L, 2.5, true, "text\u0000\n"));
    assertThat(Json.read(Json.write(document))).isEqualTo(document);
  }

  @Test
  void readsTextsOfAnyLength() {
    String text = "x".repeat(30_000_000);
    assertThat(Json.read('"' + text + '"')).isEqualTo(text);
  }

  static List<String> beyondTheLimits() {
    return List.of(
        "[".repeat(1_001),
        "{\"a\":".repeat(100_000),
        "1".repeat(100_000),
        "1e" + "1".repeat(100_000),
        "{\"" + "a".repeat(100_000) + "\": 1}",
        "99999999999999999999");
  }

  @ParameterizedTest
  @MethodSource("beyondTheLimits")
  void reportsThePlaceOfWhatExceedsItsLimits(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.read(text))
        .withMessageMatching("1:[0-9]+: [^\n]{10,200}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "null",
        "{\"a\": null}",
        "1 2",
        "{\"a\":1,\"a\":2}",
        "NaN",
        "'a'"
      })
  void reportsThePlaceOfAProblem(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.read(text))
        .withMessageMatching("(?s)1:[0-9]+: .+");
  }
}
