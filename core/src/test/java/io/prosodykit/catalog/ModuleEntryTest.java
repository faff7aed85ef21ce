package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.prosodykit.specification.RfcRef;
import io.prosodykit.specification.XepRef;
import io.prosodykit.text.VisibleText;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleEntryTest {
  private static ModuleEntry full() {
    return ModuleEntry.builder("greeter", Layer.STREAM, Stability.BETA, "Greets")
        .addSpecification(XepRef.of(199))
        .addSpecification(RfcRef.of(6121))
        .build();
  }

  @Test
  void holdsAllFields() {
    ModuleEntry entry = full();
    assertThat(entry.name()).isEqualTo("greeter");
    assertThat(entry.layer()).isEqualTo(Layer.STREAM);
    assertThat(entry.stability()).isEqualTo(Stability.BETA);
    assertThat(entry.purpose()).isEqualTo("Greets");
    assertThat(entry.specifications()).containsExactly(XepRef.of(199), RfcRef.of(6121));
    assertThat(entry).hasToString("greeter (02-stream, beta): Greets");
  }

  @Test
  void isRebuiltEqual() {
    assertThat(full().toBuilder().build()).isEqualTo(full()).hasSameHashCodeAs(full());
  }

  @Test
  void differsInEachField() {
    assertDiffers(builder -> builder.layer(Layer.STANZA));
    assertDiffers(builder -> builder.stability(Stability.ALPHA));
    assertDiffers(builder -> builder.purpose("Says farewell"));
    assertDiffers(builder -> builder.addSpecification(XepRef.of(30)));
    assertThat(ModuleEntry.builder("other", Layer.STREAM, Stability.BETA, "Greets").build())
        .isNotEqualTo(
            ModuleEntry.builder("greeter", Layer.STREAM, Stability.BETA, "Greets").build());
  }

  private static void assertDiffers(UnaryOperator<ModuleEntryBuilder> change) {
    assertThat(change.apply(full().toBuilder()).build()).isNotEqualTo(full());
  }

  @Test
  void keepsWhatWasBuiltWhenTheBuilderIsUsedAgain() {
    ModuleEntryBuilder builder = full().toBuilder();
    ModuleEntry first = builder.build();
    builder.addSpecification(XepRef.of(1)).purpose("Else");
    assertThat(first).isEqualTo(full());
  }

  @Test
  void namesASpecificationOnce() {
    assertThat(full().toBuilder().addSpecification(XepRef.of(199)).build()).isEqualTo(full());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "0", "vcard4", "a__b", "sasl2", "x_", "mod"})
  void acceptsModuleNames(String name) {
    assertThat(ModuleEntry.builder(name, Layer.STREAM, Stability.CORE, "x").build().name())
        .isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "_a", "A", "a-b", "a b", "ä", "a\n", "a.lua", "../a", "٣"})
  void refusesOtherNames(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModuleEntry.builder(name, Layer.STREAM, Stability.CORE, "x"))
        .withMessage(
            "\""
                + VisibleText.brief(name)
                + "\" is not a module name; a name has 1 to 64 lower-case letters, digits and"
                + " underscores, and does not begin with an underscore");
  }

  @Test
  void refusesNamesOfMoreThan64Characters() {
    String longest = "a".repeat(64);
    assertThat(ModuleEntry.builder(longest, Layer.STREAM, Stability.CORE, "x").build().name())
        .isEqualTo(longest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModuleEntry.builder(longest + "a", Layer.STREAM, Stability.CORE, "x"));
  }

  @Test
  void refusesThePrefixOfFileNames() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModuleEntry.builder("mod_smacks", Layer.STREAM, Stability.CORE, "x"))
        .withMessage("write the module name \"mod_smacks\" without \"mod_\"");
  }

  @ParameterizedTest
  @CsvSource({
    "'', a purpose must have at least one word",
    "' \t\n', a purpose must have at least one word",
    "\ud83d!, 'the purpose contains an unpaired surrogate, which is not a character; remove it'",
  })
  void refusesBlankPurposes(String purpose, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModuleEntry.builder("a", Layer.STREAM, Stability.CORE, purpose))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> full().toBuilder().purpose(purpose))
        .withMessage(message);
  }

  @Test
  void refusesAnEndlessPurpose() {
    String longest = "😀".repeat(ModuleEntry.MAX_PURPOSE);
    assertThat(full().toBuilder().purpose(longest).build().purpose()).isEqualTo(longest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> full().toBuilder().purpose(longest + "!"))
        .withMessage("a purpose must have at most 1000000 characters");
  }

  @Test
  @SuppressWarnings("NullAway") // null is what this test is about
  void refusesNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> ModuleEntry.builder("a", null, Stability.CORE, "x"));
    assertThatNullPointerException()
        .isThrownBy(() -> ModuleEntry.builder("a", Layer.STREAM, null, "x"));
    assertThatNullPointerException().isThrownBy(() -> full().toBuilder().layer(null));
    assertThatNullPointerException().isThrownBy(() -> full().toBuilder().stability(null));
    assertThatNullPointerException().isThrownBy(() -> full().toBuilder().purpose(null));
    assertThatNullPointerException().isThrownBy(() -> full().toBuilder().addSpecification(null));
  }

  @ParameterizedTest
  @CsvSource({
    "roster, https://prosody.im/doc/modules/mod_roster https://www.rfc-editor.org/rfc/rfc6121.html",
    "smacks, https://prosody.im/doc/modules/mod_smacks https://modules.prosody.im/mod_smacks"
        + " https://xmpp.org/extensions/xep-0198.html",
    "firewall, https://modules.prosody.im/mod_firewall",
    "json_logs, https://modules.prosody.im/",
    "http_files, https://prosody.im/doc/modules/mod_http_files",
  })
  void knowsWhereToReadMore(String name, String addresses) {
    assertThat(ModuleCatalog.reference().get(name).documentation())
        .extracting(URI::toString)
        .containsExactly(addresses.split(" ", -1));
  }

  @Test
  void sendsReadersOfAnUnknownModuleToTheCommunityAndItsSpecifications() {
    assertThat(full().evidence()).isEmpty();
    assertThat(full().documentation())
        .extracting(URI::toString)
        .containsExactly(
            "https://modules.prosody.im/",
            "https://xmpp.org/extensions/xep-0199.html",
            "https://www.rfc-editor.org/rfc/rfc6121.html");
  }

  @Test
  void describesItselfInJson() {
    assertThat(ModuleDescription.toJson(full()))
        .startsWith(
            """
            {
              "name": "greeter",
              "layer": "02-stream",
              "stability": "beta",
              "purpose": "Greets",
              "specifications": [
                "XEP-0199",
                "RFC 6121"
              ],
              "enabledByDefault": true,
              "layerBecause": "its catalogue",
              "ships": [ ],
              "community": [ ],
            """)
        .contains("\"compatibility\": [")
        .endsWith("}\n");
  }
}
