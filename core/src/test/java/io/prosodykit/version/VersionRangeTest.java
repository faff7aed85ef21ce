package io.prosodykit.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VersionRangeTest {
  private static final List<ProsodyVersion> SAMPLES =
      List.of(
              "0.8.2", "0.9", "0.9.0", "0.9.14", "0.10", "0.10.1", "0.11", "0.11.0", "0.11.8",
              "0.11.9", "0.11.10", "0.12", "0.12.0", "0.12.2", "0.12.3", "0.12.4", "13.0", "13.0.0",
              "13.0.1", "13.1.0", "14.0.0", "trunk")
          .stream()
          .map(ProsodyVersion::parse)
          .toList();

  @Provide
  static Arbitrary<VersionRange> ranges() {
    Arbitrary<String> version = Arbitraries.of(SAMPLES).map(ProsodyVersion::toString);
    Arbitrary<String> interval =
        Combinators.combine(
                Arbitraries.of("[", "("),
                Arbitraries.of(SAMPLES),
                Arbitraries.of(SAMPLES),
                Arbitraries.of("]", ")"))
            .as(
                (open, one, other, close) ->
                    one.compareTo(other) < 0 ? open + one + "," + other + close : "[" + one + ",)");
    return Arbitraries.oneOf(version, interval)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(parts -> String.join(",", parts))
        .filter(VersionRangeTest::holdsVersions)
        .map(VersionRange::parse);
  }

  /** An open interval between neighbours is empty and refused. */
  private static boolean holdsVersions(String text) {
    try {
      VersionRange.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("contains no version");
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.12.x                      | 0.12.x                      | 0.12 0.12.3
          0.12                        | 0.12.x                      | 0.12 0.12.0 0.12.99
          0.12.3                      | 0.12.3                      | 0.12.3
          [0.12.3]                    | 0.12.3                      | 0.12.3
          [0.11,0.12]                 | [0.11,0.12]                 | 0.11 0.11.9 0.12 0.12.3
          0.11,0.12                   | [0.11,0.12]                 | 0.11 0.11.9 0.12 0.12.3
          [0.11,0.12)                 | 0.11.x                      | 0.11 0.11.9
          (0.11,0.12]                 | 0.12.x                      | 0.12 0.12.3
          [0.12,)                     | [0.12,)                     | 0.12 13.0.1 14.0 trunk
          (,0.11]                     | (,0.11]                     | 0.8 0.11.14
          (,)                         | (,)                         | 0.8 trunk
          [0.11,0.13]                 | [0.11,13.0]                 | 0.11 0.12.3 13.0.1
          0.11,0.12,13.0              | [0.11,13.0]                 | 0.11 0.12.3 13.0.1
          [0.10,0.11.9],[0.12.3,13.0] | [0.10,0.11.9],[0.12.3,13.0] | 0.10 0.11.9 0.12.3 13.0
          [0.12.1,0.12.3]             | [0.12.1,0.12.3]             | 0.12.1 0.12.3
          [13.0,trunk)                | [13.0,trunk)                | 13.0.1 14.0
          trunk                       | trunk                       | trunk
          [0.12,trunk]                | [0.12,)                     | 0.12 trunk
          '0.9.x, 0.11'               | '0.9.x,0.11.x'              | 0.9 0.11.3
          """)
  void readsAndPrints(String text, String printed, String held) {
    VersionRange range = VersionRange.parse(text);

    assertThat(range).hasToString(printed);
    for (String version : Splitter.on(' ').split(held)) {
      assertThat(range.contains(ProsodyVersion.parse(version))).as(version).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'[0.11,0.12)',0.12", "'[0.11,0.12)',0.12.0", "'(0.11,0.12]',0.11.9", "0.12.3,0.12.4",
    "0.12.3,0.12", "'[0.12.3,)',0.12", "0.12.x,13.0", "'[0.10,0.11.9],[0.12.3,13.0]',0.11.10",
    "'[0.10,0.11.9],[0.12.3,13.0]',0.12.2", "'(,0.11]',0.12", "'[13.0,trunk)',trunk"
  })
  void excludesVersions(String text, String version) {
    assertThat(VersionRange.parse(text).contains(ProsodyVersion.parse(version))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''            | a version is missing
          '0.11,'       | a version is missing
          0.11.x.x      | not a Prosody version: "0.11.x"; write 0.12, 0.12.3 or trunk
          0.12.3.x      | "0.12.3.x" has one part too many
          [0.11,0.12    | "[0.11,0.12" has no closing bracket
          [0.12,0.11]   | "[0.12,0.11]" contains no version
          (0.12.2,0.12.3) | "(0.12.2,0.12.3)" contains no version
          [0.1,0.2,0.3] | "[0.1,0.2,0.3]" needs a lower and an upper end
          (0.11)        | "(0.11)" needs a lower and an upper end
          (trunk,)      | nothing comes after trunk
          [0.11,1.0]    | there is no Prosody 1.0: after 0.12 comes 13.0
          """)
  void rejectsInvalidRanges(String text, String why) {
    assertThatThrownBy(() -> VersionRange.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "not a range of Prosody versions: \""
                + text
                + "\": "
                + why
                + "; write for example 0.12.x, 0.11,0.12,13.0, [0.11,0.12], [0.12,) or a union of"
                + " these");
  }

  @Test
  void theRangeOfABranchContainsItsReleases() {
    assertThat(VersionRange.of(ProsodyVersion.V0_12)).isEqualTo(VersionRange.parse("0.12.x"));
    assertThat(VersionRange.of(ProsodyVersion.parse("0.12.3"))).hasToString("0.12.3");
  }

  @Test
  void knowsItsBranchesAndItsLowestVersion() {
    VersionRange range = VersionRange.parse("[0.10.2,0.11.9],[13.0.1,)");

    assertThat(range.branches())
        .containsExactly(ProsodyVersion.V0_10, ProsodyVersion.V0_11, ProsodyVersion.V13_0);
    assertThat(range.lowest()).contains(ProsodyVersion.parse("0.10.2"));
    assertThat(VersionRange.parse("(,0.11]").lowest()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          0.12,13.0;     [0.11,13.0];  [0.12,13.0]
          0.12,13.0;     [0.12.3,);    [0.12.3,13.0]
          0.12,13.0;     13.0.x;       13.0.x
          0.11,13.0;     [0.12,);      13.0.x
          """)
  void intersects(String one, String other, String common) {
    assertThat(VersionRange.parse(one).intersection(VersionRange.parse(other)))
        .contains(VersionRange.parse(common));
  }

  @Test
  void disjointRangesHaveNoIntersection() {
    assertThat(VersionRange.parse("0.11").intersection(VersionRange.parse("[0.12,)"))).isEmpty();
  }

  @Test
  void enclosesSmallerRanges() {
    VersionRange range = VersionRange.parse("[0.11,13.0]");

    assertThat(range.encloses(VersionRange.parse("0.11,13.0.1"))).isTrue();
    assertThat(range.encloses(VersionRange.parse("[0.12,)"))).isFalse();
  }

  @Property
  void readsBackWhatItPrints(@ForAll("ranges") VersionRange range) {
    assertThat(VersionRange.parse(range.toString())).isEqualTo(range);
  }

  @Property
  void equalRangesContainTheSameVersions(
      @ForAll("ranges") VersionRange one, @ForAll("ranges") VersionRange other) {
    if (one.equals(other)) {
      assertThat(SAMPLES).allMatch(version -> one.contains(version) == other.contains(version));
      assertThat(one).hasSameHashCodeAs(other);
    }
  }

  @Property
  void aUnionContainsWhatItsPartsContain(
      @ForAll("ranges") VersionRange one, @ForAll("ranges") VersionRange other) {
    VersionRange union = VersionRange.parse(one + "," + other);

    assertThat(SAMPLES)
        .allMatch(
            version ->
                union.contains(version) == (one.contains(version) || other.contains(version)));
  }
}
