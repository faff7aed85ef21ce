package io.prosodykit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.catalog.Compatibility;
import io.prosodykit.catalog.Compatibility.Verdict;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompatibilityReportTest {
  private static final ProsodyVersion V0_11 = ProsodyVersion.parse("0.11");

  private final CompatibilityReport report =
      CompatibilityReport.of(
          ModuleCatalog.complete(),
          ImmutableMap.of(
              "roster", List.of(ProsodyVersion.V13_0, V0_11), "cloud_notify", List.of(V0_11)));

  private List<String> reasons(int result) {
    return report.results().get(result).reasons();
  }

  @Test
  void keepsTheOrderOfModulesAndVersions() {
    assertThat(report.results())
        .extracting(result -> result.module() + " " + result.version())
        .containsExactly("roster 13.0", "roster 0.11", "cloud_notify 0.11");
  }

  @Test
  void hasALineForEachReasonAndCountsVerdicts() {
    assertThat(report.toText())
        .startsWith(
            "MODULE        VERSION  VERDICT       REASONS\nroster        13.0     compatible")
        .contains("\ncloud_notify  0.11     incompatible  " + reasons(2).get(0) + "\n")
        .endsWith("\n\n2 compatible, 1 incompatible\n");
  }

  @Test
  void hasARecordForEachJudgement() {
    Compatibility last = report.results().get(2);

    assertThat(report.toRecords())
        .hasSize(4)
        .startsWith(
            ImmutableList.of("module", "version", "verdict", "policy", "presence", "reasons"))
        .endsWith(
            ImmutableList.of(
                "cloud_notify",
                "0.11",
                "incompatible",
                last.policy().toString(),
                last.presence().toString(),
                String.join("; ", last.reasons())));
  }

  @Test
  void explainsTheVerdictsThatFail() {
    assertThat(report.failure(List.of(Verdict.INCOMPATIBLE, Verdict.UNKNOWN)))
        .hasValue(
            "1 of 3 checks failed:\n  cloud_notify on 0.11: incompatible\n    "
                + String.join("\n    ", reasons(2)));
  }

  @Test
  void hasNoFailureWithoutSuchAVerdict() {
    assertThat(report.failure(List.of(Verdict.UNKNOWN))).isEmpty();
    assertThat(report.failure(List.of())).isEmpty();
  }
}
