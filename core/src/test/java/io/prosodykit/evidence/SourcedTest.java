package io.prosodykit.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import io.prosodykit.version.ProsodyVersion;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcedTest {
  private static Sourced<String> fact(String... sources) {
    return new Sourced<>("x", SourceRanges.builtIn().read(List.of(sources)));
  }

  @ParameterizedTest
  @CsvSource({
    "0.12.5..13.0.1, 0.12, true",
    "0.12.5..13.0.1, 0.12.4, false",
    "0.12.5..13.0.1, 0.12.5, true",
    "0.12.5..13.0.1, 0.12.6, true",
    "0.12.5..13.0.1, 13.0.5, true",
    "0.12.5..13.0.1, 13.0.6, false",
    "0.12.5..13.0.1, trunk, true",
    "0.12.5..13.0.1, 0.11, false",
    "0.12.5..13.0.1, 13.1.2, false",
    "13.0.6, 13.0.5, false",
    "13.0.6..13.0.7, 13.0.9, true",
    "0.9.13, 0.9.1, true",
    "0.9.14, 0.9.1, false",
    "0.9.13, 0.9.14, true",
    "0.10.2..0.11.0, 0.10.3, true",
    "0.10.0, 0.10.3, false",
    "0.10.3, 0.10.3, true",
    "2025-10, 13.0.6, true",
    "2025-10, 0.12.5, false",
  })
  void holdsOnTheNearestRelease(String sources, String version, boolean holds) {
    assertThat(fact(sources).holdsOn(ProsodyVersion.parse(version))).isEqualTo(holds);
  }

  @Test
  void knowsTheReleasesOfOthers() {
    Source next =
        new Source("13.0.9", Source.Kind.RELEASE, ProsodyVersion.V13_0, "2027-01", "next", true);
    Knowledge knowledge =
        Knowledge.builder().version("next").asOf(LocalDate.of(2027, 1, 1)).source(next).build();

    assertThat(knowledge.holds(fact("13.0.7"), next.version())).isFalse();
    assertThat(fact("13.0.7").holdsOn(next.version())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.9.13..13.0.7         | every release",
        "0.12.5..13.0.7         | since 0.12.5",
        "0.12.0..13.0.7         | since 0.12.0",
        "13.0.6..13.0.7         | since between 13.0.1 and 13.0.6",
        "0.10.2..13.0.7         | since between 0.10.0 and 0.10.2",
        "0.9.13..0.12.3         | until 0.12.3",
        "0.9.13..0.12.5         | until 0.12",
        "0.9.13..13.0.1         | until between 13.0.1 and 13.0.6",
        "0.11.11..0.12.3        | since 0.11.11, until 0.12.3",
      })
  void saysSinceWhenAndUntilWhen(String sources, String span) {
    assertThat(fact(sources).spans()).singleElement().hasToString(span);
  }

  @Test
  void hasASpanForEachStretch() {
    assertThat(fact("0.11.14", "0.12.5", "2025-10").spans())
        .extracting(Span::toString)
        .containsExactly("since 0.11.14, until 0.11", "since 0.12.5, until 0.12");
    assertThat(fact("2025-10").spans()).isEmpty();
  }

  @Test
  void aReleaseOnRecordInPartIsNoGap() {
    assertThat(fact("0.10.0..0.10.2", "0.11.0..13.0.7").spans())
        .singleElement()
        .hasToString("since 0.10.0");
    assertThat(fact("0.10.3..13.0.7").spans()).singleElement().hasToString("since 0.10.3");
  }

  @Test
  void writesRangesOfReleasesThatFollowOneAnother() {
    assertThat(fact("0.12.4", "2023-02", "0.12.5", "13.0.0", "13.0.6", "2021-01").ranges())
        .containsExactly("0.12.4..13.0.0", "13.0.6", "2021-01", "2023-02");
  }

  @Test
  void readsWhatItWrites() {
    ImmutableList<Source> all = Knowledge.builtIn().sources();
    for (int from = 0; from < all.size(); from++) {
      for (int to = from + 1; to <= all.size(); to++) {
        ImmutableList<Source> some = all.subList(from, to);
        SourceRanges ranges = SourceRanges.builtIn();
        assertThat(ranges.read(ranges.write(some))).isEqualTo(some);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gone             | there is no source \"gone\" of facts",
        "0.12.0..         | there is no source \"\" of facts",
        "0.12.0..0.12.0   | an empty range of releases: \"0.12.0..0.12.0\"; write the older release first",
        "2021-01..13.0.0  | not a range of releases: \"2021-01..13.0.0\"; 2021-01 is a snapshot, which is written by itself",
      })
  void refusesOtherTexts(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SourceRanges.builtIn().read(List.of(text)))
        .withMessage(message);
  }
}
