package io.prosodykit.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.prosodykit.version.ProsodyVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetRangeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [14.0,)          | nothing is known about Prosody [14.0,)
          [13.1,)          | nothing is known about Prosody [13.1,)
          13.1             | nothing is known about Prosody 13.1.x
          0.8              | nothing is known about Prosody 0.8.x
          (,0.9)           | nothing is known about Prosody (,0.8]
          0.12,[14.0,)     | nothing is known about Prosody [14.0,)
          [0.11,13.0],14.0 | nothing is known about Prosody 14.0.x
          trunk            | nothing is recorded about trunk, which changes every day
          [trunk,)         | nothing is recorded about trunk, which changes every day
          13.0,trunk       | nothing is recorded about trunk, which changes every day
          """)
  void rejectsUnknownReleases(String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TargetRange.parse(text))
        .withMessage(why + ": choose from 0.9, 0.10, 0.11, 0.12, 13.0");
  }

  @ParameterizedTest
  @CsvSource({"'[0.12,)',2", "'[0.11,14.0]',3", "'0.12.3',1", "'0.9,[0.12.1,13.0.1]',3"})
  void acceptsRangesThatReachIntoRecordedBranches(String text, int branches) {
    assertThat(TargetRange.parse(text).branches()).hasSize(branches);
    assertThat(TargetRange.parse(TargetRange.parse(text).toString()))
        .isEqualTo(TargetRange.parse(text));
  }

  @Test
  void isForTheMaintainedBranchesByDefault() {
    assertThat(TargetRange.maintained()).isEqualTo(TargetRange.parse("0.12,13.0"));
    assertThat(TargetRange.maintained().branches())
        .containsExactly(ProsodyVersion.V0_12, ProsodyVersion.V13_0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.12.3", "13.0.1", "13.0", "trunk"})
  void includesReleasesAndTreatsTrunkLikeTheNewest(String release) {
    assertThat(TargetRange.maintained().includes(ProsodyVersion.parse(release))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.11.9", "13.1.0", "trunk"})
  void excludesOtherReleases(String release) {
    assertThat(TargetRange.parse("0.12").includes(ProsodyVersion.parse(release))).isFalse();
  }
}
