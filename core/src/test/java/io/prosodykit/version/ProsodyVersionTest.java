package io.prosodykit.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
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
        "13.0.1-",
        "13.0-1",
        "13.0.1rc",
        "13.0.1 nightly build 7",
        "0.12 nightly build",
        "0.12 nightly build 7 (a (b))",
        "1nightly",
        ":0.12.3",
        "0.12~hg",
        "0.12~x1",
        "2nightly7",
        "trunk-1",
        "Prosody",
        "Prosody  0.12",
        "hg:5f3a1c",
        "13.0.1-1 "
      })
  void rejectsInvalidVersions(String text) {
    assertThatThrownBy(() -> ProsodyVersion.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a Prosody version: \"" + text + "\"; write 0.12, 0.12.3 or trunk");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.12.3-1+deb12u1                          | 0.12.3",
        "13.0.1-1~bpo12+1                          | 13.0.1",
        "0.11.9-2+deb11u2                          | 0.11.9",
        "13.0.6-1                                  | 13.0.6",
        "13.0.0rc1                                 | 13.0.0",
        "13.0.0~rc1-1                              | 13.0.0",
        "0.12.0beta1                               | 0.12.0",
        "0.13.1-1                                  | 13.0.1",
        "0.12 nightly build 222 (2024-02-01, 5f3a) | 0.12",
        "13.0 nightly build 7                      | 13.0",
        "trunk nightly build 1890 (2024-02-01, 5f) | trunk",
        "1:0.12.3-1                                | 0.12.3",
        "1:13.0.1-1~bpo12+1                        | 13.0.1",
        "0.12~hg5190.abc                           | 0.12",
        "0.12~hg5190.abc-1+deb12u1                 | 0.12",
        "1nightly123                               | trunk",
        "1nightly1890-1~bookworm                   | trunk",
        "Prosody 0.12.3                            | 0.12.3",
        "Prosody trunk nightly build 1890          | trunk",
      })
  void readsWhatServersAndPackagesPrint(String text, String version) {
    assertThat(ProsodyVersion.parse(text))
        .isEqualTo(ProsodyVersion.parse(version))
        .hasToString(version)
        .satisfies(read -> assertThat(read.written()).isEqualTo(text));
  }

  @ParameterizedTest
  @CsvSource({"0.12.3,0,12,3", "13.0.0rc1,13,0,0", "0.12,0,12,", "trunk,2147483647,0,"})
  void hasThreeNumbers(String text, int major, int minor, @Nullable Integer patch) {
    ProsodyVersion version = ProsodyVersion.find(text).orElseThrow();

    assertThat(version.major()).isEqualTo(major);
    assertThat(version.minor()).isEqualTo(minor);
    assertThat(version.patch())
        .isEqualTo(patch == null ? OptionalInt.empty() : OptionalInt.of(patch));
  }

  @Test
  void findsNothingInOtherTexts() {
    assertThat(ProsodyVersion.find("nine")).isEmpty();
    assertThat(ProsodyVersion.find("0.14")).isEmpty();
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
