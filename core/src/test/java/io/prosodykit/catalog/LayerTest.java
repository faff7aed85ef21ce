package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerTest {
  @Test
  void isInTheOrderOfTheStack() {
    assertThat(Layer.values())
        .extracting(Layer::id)
        .containsExactly(
            "01-transport",
            "02-stream",
            "03-stanza",
            "04-protocol",
            "05-services",
            "06-storage",
            "07-interfaces",
            "08-integration");
  }

  @ParameterizedTest
  @EnumSource
  void isReadByIdNameOrNumberInAnyCase(Layer layer) {
    assertThat(Layer.parse(layer.id())).isEqualTo(layer);
    assertThat(Layer.parse(layer.id().toUpperCase(Locale.ROOT))).isEqualTo(layer);
    assertThat(Layer.parse(layer.name())).isEqualTo(layer);
    assertThat(Layer.parse(layer.title())).isEqualTo(layer);
    assertThat(Layer.parse(layer.id().substring(0, 2))).isEqualTo(layer);
    assertThat(Layer.parse(layer.id().substring(1, 2))).isEqualTo(layer);
    assertThat(layer).hasToString(layer.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "0", "9", "00", "09", "02-", "-stream", "02 stream", "02-stream "})
  void refusesOtherTexts(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Layer.parse(text))
        .withMessageStartingWith("unknown layer \"%s\": ", text)
        .withMessageEndingWith("choose from %s", String.join(", ", Layer.ids()));
  }

  @Test
  void suggestsTheNearestNames() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Layer.parse("02-steam"))
        .withMessageContaining("a layer with a similar name exists: \"02-stream\"");
  }

  @Test
  void hasDocumentationOnProsodysSite() {
    assertThat(Layer.values())
        .allSatisfy(
            layer ->
                assertThat(layer.documentation())
                    .isNotEmpty()
                    .allMatch(address -> address.toString().startsWith("https://prosody.im/doc/")));
  }
}
