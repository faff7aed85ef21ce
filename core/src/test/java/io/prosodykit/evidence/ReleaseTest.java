package io.prosodykit.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known about the releases of a branch. */
final class ReleaseTest {
  private static Release release(String branch) {
    return Knowledge.builtIn().release(ProsodyVersion.parse(branch));
  }

  /** Dates of 0.11 and later are known for every release. */
  @ParameterizedTest
  @CsvSource({"0.11, 14", "0.12, 6", "13.0, 7"})
  void knowsEveryRelease(String branch, int last) {
    assertThat(release(branch).points())
        .extracting(point -> point.version().toString())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(0, last).mapToObj(patch -> branch + "." + patch).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "0.9.0, '0.9.0, 2013-08-09'",
    "0.9.12, '0.9.12, by 2017-01-11'",
    "0.9.13, '0.9.13, by 2018-05'",
    "0.9.14, '0.9.14, by 2018-05'",
    "0.10.0, '0.10.0, 2017-09-27'",
    "0.10.1, '0.10.1, by 2018-05-16'",
    "0.10.3, '0.10.3, by 2018-11'",
    "0.10.2, '0.10.2, 2018-05-30'",
    "0.11.7, '0.11.7, 2020-10'",
    "0.12.5, '0.12.5, 2024-12-20'",
    "13.0.2, '13.0.2, by 2025-06'",
    "13.0.7, '13.0.7, 2026-09'",
  })
  void knowsTheDates(String version, String printed) {
    ProsodyVersion wanted = ProsodyVersion.parse(version);

    assertThat(release(wanted.branch().toString()).points())
        .filteredOn(point -> point.version().equals(wanted))
        .singleElement()
        .hasToString(printed);
  }

  /** A branch has what any of its releases has. */
  @ParameterizedTest
  @CsvSource({
    "0.11, util.gc, 0.11, true",
    "0.11, util.gc, 0.11.6, false",
    "0.11, util.gc, 0.11.7, true",
    "0.11, util.gc, 0.11.14, true",
    "0.11, util.gc, '[0.11.3,0.11.9]', false",
    "0.11, util.gc, '[0.11.7,)', true",
    "0.11, util.gc, '[0.11,)', true",
    "0.11, util.gc, '[0.11.0,)', false",
    "0.11, util.gc, '0.12', true",
    "13.0, util.tlsref, 13.0.3, false",
    "13.0, prosody.util.tlsref, 13.0.8, true",
    "13.0, util.jid, 13.0.0, true",
  })
  void knowsTheLibrariesOfSomeReleases(
      String branch, String library, String versions, boolean has) {
    assertThat(release(branch).at(VersionRange.parse(versions)).hasLibrary(library)).isEqualTo(has);
  }

  @Test
  void knowsSinceAndUntilWhenThereAreFunctionsAndLibraries() {
    assertThat(spans(Knowledge.builtIn().libraries(), "util.gc")).isEqualTo("[since 0.11.7]");
    assertThat(spans(Knowledge.builtIn().libraries(), "util.tlsref")).isEqualTo("[since 13.0.7]");
    assertThat(spans(Knowledge.builtIn().libraries(), "util.vcard"))
        .isEqualTo("[since 0.11.0, until 0.12]");
    assertThat(spans(Knowledge.builtIn().functions(), "has_feature")).isEqualTo("[until 0.10]");
    assertThat(spans(Knowledge.builtIn().functions(), "hook")).isEqualTo("[every release]");
  }

  private static String spans(List<Sourced<String>> names, String name) {
    return names.stream()
        .filter(fact -> fact.value().equals(name))
        .findFirst()
        .orElseThrow()
        .spans()
        .toString();
  }

  @Test
  void refusesNamesOfAnotherBranch() {
    ReleaseBuilder builder = Release.builder(ProsodyVersion.V0_12, "2022-03");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.library("util.x", VersionRange.parse("[0.12.1,13.0.1]")))
        .withMessage("[0.12.1,13.0.1] has releases that are not of 0.12");
  }

  @Test
  void datesFollowTheVersions() {
    for (Release release : Knowledge.builtIn().releases()) {
      List<String> months =
          release.points().stream().map(point -> point.date().substring(0, 7)).toList();

      assertThat(months).as("%s", release).isSorted().isNotEmpty();
      assertThat(months.get(0)).isLessThanOrEqualTo(release.date());
      assertThat(release.points()).extracting(PointRelease::date).allMatch(ReleaseTest::isDate);
    }
  }

  private static boolean isDate(String date) {
    return date.matches("20\\d\\d-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?");
  }

  @Test
  void sourcesAreNotOlderThanTheirReleases() {
    for (Source source : Knowledge.builtIn().sources()) {
      release(source.release().toString()).points().stream()
          .filter(point -> point.version().toString().equals(source.id()))
          .forEach(
              point ->
                  assertThat(point.date().substring(0, 7))
                      .as("%s", source)
                      .isLessThanOrEqualTo(source.date()));
    }
  }

  @Test
  void knowsTheEndOfSupport() {
    assertThat(release("0.12").supportedUntil()).contains("2026-06");
    assertThat(release("13.0").supportedUntil()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.9, 0.9, 0.12.6",
    "0.10, 0.10, 0.12.6",
    "0.11, 0.11, 0.12.6",
    "0.12, '[0.12,0.12.6)', 0.12.6",
    "13.0, '[13.0,13.0.5)', 13.0.5"
  })
  void knowsTheAdvisories(String branch, String affected, String fixedIn) {
    assertThat(release(branch).advisories())
        .containsExactly(
            new Advisory(
                "https://prosody.im/security/advisory_735dd9d3/",
                ImmutableList.of("CVE-2026-43506", "CVE-2026-43507"),
                VersionRange.parse(affected),
                ProsodyVersion.parse(fixedIn)))
        .allMatch(advisory -> advisory.toString().endsWith(", fixed in " + fixedIn));
  }

  @Test
  void refusesWhatIsNotOfTheBranch() {
    ReleaseBuilder builder = Release.builder(ProsodyVersion.V13_0, "2025-03");
    PointRelease other = new PointRelease(ProsodyVersion.parse("0.12.1"), "2022-05", false);
    VersionRange affected = VersionRange.parse("[13.0,13.0.5)");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.point(other))
        .withMessage("0.12.1 is not a release of 13.0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                builder.advisory(
                    new Advisory(
                        "https://example.org/",
                        ImmutableList.of(),
                        affected,
                        ProsodyVersion.parse("0.12.6"))))
        .withMessage("0.12.6 is older than 13.0, so it fixes nothing in it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PointRelease(ProsodyVersion.V13_0, "2025-03", false))
        .withMessage("13.0 is not a release; write for example 13.0.1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Advisory(
                    "https://example.org/",
                    ImmutableList.of(),
                    affected,
                    ProsodyVersion.parse("13.0.4")))
        .withMessage("13.0.4 does not fix [13.0,13.0.4]; name the release that has the fix");
  }
}
