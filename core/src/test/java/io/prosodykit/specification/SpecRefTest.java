package io.prosodykit.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.prosodykit.text.VisibleText;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecRefTest {
  @ParameterizedTest
  @CsvSource({
    "XEP-0198, XEP-0198",
    "xep-198, XEP-0198",
    "Xep 198, XEP-0198",
    "XEP0198, XEP-0198",
    "XEP-1, XEP-0001",
    "XEP-9999, XEP-9999",
    "RFC 6120, RFC 6120",
    "rfc6120, RFC 6120",
    "RFC-6120, RFC 6120",
    "RFC 00001, RFC 1",
    "RFC 99999, RFC 99999",
  })
  void readsAllSpellingsAndPrintsOne(String text, String printed) {
    assertThat(SpecRef.parse(text)).hasToString(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "XEP",
        "XEP-",
        "XEP--1",
        "XEP-00001",
        "XEP-12345",
        "XEP-1a",
        " XEP-0001",
        "XEP-0001 ",
        "XEP-0001\n",
        "XEP-٠١٩٨",
        "RFC",
        "RFC  6120",
        "RFC 123456",
        "RFC 6120\n",
        "ＲＦＣ 6120",
        "6120",
        "ISO 8601",
        "\u0000"
      })
  void refusesOtherTexts(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpecRef.parse(text))
        .withMessageContaining("write ")
        .withMessageContaining(VisibleText.brief(text));
  }

  @ParameterizedTest
  @CsvSource({
    "XEP-0000, 'a XEP''s number is from 1 to 9999, not 0'",
    "RFC 0, 'an RFC''s number is from 1 to 99999, not 0'",
  })
  void refusesNumbersBeyondTheSeries(String text, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> SpecRef.parse(text)).withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 10_000})
  void refusesImpossibleXepNumbers(int number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XepRef.of(number))
        .withMessage("a XEP's number is from 1 to 9999, not " + number);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 100_000})
  void refusesImpossibleRfcNumbers(int number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RfcRef.of(number))
        .withMessage("an RFC's number is from 1 to 99999, not " + number);
  }

  @Test
  void namesTheSeriesThatAnRfcIsNotOf() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XepRef.parse("RFC 6120"))
        .withMessage("not a XEP: \"RFC 6120\"; write XEP-0198");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RfcRef.parse("XEP-0198"))
        .withMessage("not an RFC: \"XEP-0198\"; write RFC 6120");
  }

  @Test
  void quotesLongTextsBriefly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpecRef.parse("XEP-" + "9".repeat(5_000_000)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
  }

  @Property
  void readsBackEveryXep(@ForAll @IntRange(min = 1, max = 9999) int number) {
    XepRef ref = XepRef.of(number);
    assertThat(SpecRef.parse(ref.toString())).isEqualTo(ref).hasSameHashCodeAs(ref);
    assertThat(ref.toString()).matches("XEP-[0-9]{4}");
  }

  @Property
  void readsBackEveryRfc(@ForAll @IntRange(min = 1, max = 99_999) int number) {
    RfcRef ref = RfcRef.of(number);
    assertThat(SpecRef.parse(ref.toString())).isEqualTo(ref).hasSameHashCodeAs(ref);
  }

  @Property
  void refusesOrReadsEveryText(@ForAll String text) {
    try {
      assertThat(SpecRef.parse(text).number()).isPositive();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageMatching("(?s)not a .*; write .*|an? .* number is from 1 to .*");
    }
  }

  @Test
  void sortsRfcsBeforeXepsByNumber() {
    List<SpecRef> sorted =
        Stream.of("XEP-0313", "RFC 7395", "XEP-0030", "RFC 6120")
            .map(SpecRef::parse)
            .sorted(Comparator.naturalOrder())
            .toList();
    assertThat(sorted)
        .extracting(SpecRef::toString)
        .containsExactly("RFC 6120", "RFC 7395", "XEP-0030", "XEP-0313");
  }

  @Test
  void knowsTitleStatusAndAddressOfXeps() {
    XepRef smacks = XepRef.of(198);
    assertThat(smacks.title()).contains("Stream Management");
    assertThat(smacks.status()).contains("Draft");
    assertThat(smacks.registered())
        .contains(new Xep(smacks, "Stream Management", "Draft", "Standards Track"));
    assertThat(smacks.documentation()).hasToString("https://xmpp.org/extensions/xep-0198.html");
  }

  @Test
  void hasNoTitleForXepsThatTheRegistryLacks() {
    assertThat(XepRef.of(9999).title()).isEmpty();
    assertThat(XepRef.of(9999).status()).isEmpty();
    assertThat(XepRef.of(9999).registered()).isEmpty();
  }

  @Test
  void knowsTheAddressOfRfcs() {
    assertThat(RfcRef.of(6120).title()).isEmpty();
    assertThat(RfcRef.of(6120).documentation())
        .hasToString("https://www.rfc-editor.org/rfc/rfc6120.html");
  }

  @Test
  void printsAsciiDigitsInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(XepRef.of(198)).hasToString("XEP-0198");
      assertThat(XepRef.of(198).documentation())
          .hasToString("https://xmpp.org/extensions/xep-0198.html");
    } finally {
      Locale.setDefault(before);
    }
  }
}
