package io.prosodykit.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProsodyVersionTest {

  @Provide
  static Arbitrary<ProsodyVersion> versions() {
    Arbitrary<String> branch =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 13).map(minor -> "0." + minor),
            Combinators.combine(
                    Arbitraries.integers().between(13, 15), Arbitraries.integers().between(0, 2))
                .as((major, minor) -> major + "." + minor));
    return Arbitraries.oneOf(
            branch,
            Combinators.combine(branch, Arbitraries.integers().between(0, 4))
                .as((text, patch) -> text + "." + patch),
            Arbitraries.just("trunk"))
        .map(ProsodyVersion::parse);
  }

  @Test
  void ordersReleasesAsTheyCame() {
    List<ProsodyVersion> ordered =
        List.of(
                "0.8", "0.9", "0.9.14", "0.10", "0.10.0", "0.10.3", "0.11", "0.11.9", "0.11.14",
                "0.12", "0.12.0", "0.12.3", "0.12.10", "13.0", "13.0.0", "13.0.1", "13.1", "14.0",
                "trunk")
            .stream()
            .map(ProsodyVersion::parse)
            .toList();
    List<ProsodyVersion> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, new Random(1));

    assertThat(shuffled.stream().sorted().toList()).isEqualTo(ordered);
  }

  @Test
  void readsTheGuidesNameOf13AndRemembersIt() {
    ProsodyVersion version = ProsodyVersion.parse("0.13.1");

    assertThat(version).isEqualTo(ProsodyVersion.parse("13.0.1")).hasToString("13.0.1");
    assertThat(version.written()).isEqualTo("0.13.1");
    assertThat(version.branch()).isEqualTo(ProsodyVersion.V13_0);
  }

  @ParameterizedTest
  @CsvSource({"0.12.3,0.12", "0.12,0.12", "13.0.1,13.0", "trunk,trunk"})
  void knowsItsBranch(String version, String branch) {
    assertThat(ProsodyVersion.parse(version).branch()).isEqualTo(ProsodyVersion.parse(branch));
    assertThat(ProsodyVersion.parse(branch).isBranch()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "12",
        "0.12.",
        "0.12.x",
        "v0.12",
        "0.12.3.4",
        "0.012",
        "0.-1",
        "Trunk",
        "0,12",
        "0.1234567",
        "13.0.1-1"
      })
  void rejectsInvalidVersions(String text) {
    assertThatThrownBy(() -> ProsodyVersion.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a Prosody version: \"" + text + "\"; write 0.12, 0.12.3 or trunk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.14", "1.0", "12.9.1"})
  void rejectsNumbersThatProsodySkipped(String text) {
    assertThatThrownBy(() -> ProsodyVersion.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no Prosody " + text + ": after 0.12 comes 13.0");
  }

  @Property
  void printsWhatItReads(@ForAll("versions") ProsodyVersion version) {
    assertThat(ProsodyVersion.parse(version.toString())).isEqualTo(version);
    assertThat(ProsodyVersion.parse(version.written())).isEqualTo(version);
  }

  @Property
  void orderAgreesWithEquality(
      @ForAll("versions") ProsodyVersion one, @ForAll("versions") ProsodyVersion other) {
    assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
    assertThat(Integer.signum(one.compareTo(other)))
        .isEqualTo(-Integer.signum(other.compareTo(one)));
    if (one.equals(other)) {
      assertThat(one).hasSameHashCodeAs(other);
    }
  }

  @Property
  void aBranchComesBeforeItsReleases(@ForAll("versions") ProsodyVersion version) {
    assertThat(version.branch()).isLessThanOrEqualTo(version);
  }

  @Property
  void nothingLiesBetweenAVersionAndItsSuccessor(
      @ForAll("versions") ProsodyVersion version, @ForAll("versions") ProsodyVersion other) {
    if (!version.equals(ProsodyVersion.TRUNK)) {
      ProsodyVersion next = version.successor();
      assertThat(next).isGreaterThan(version);
      assertThat(next.hasPredecessor()).isTrue();
      assertThat(next.predecessor()).isEqualTo(version);
      if (other.compareTo(version) > 0 && other.compareTo(next) < 0) {
        assertThat(version.isBranch() && other.branch().equals(version)).isTrue();
      }
    }
  }
}
