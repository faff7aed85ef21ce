package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.TargetRange;
import org.junit.jupiter.api.Test;

class VerifyReportTest {
  @Test
  void doesNotPassWithoutAModule() {
    VerifyReport report =
        VerifyReport.ofNoModule(
            "0.11.9", ImmutableList.of(new OmittedModule("new", TargetRange.parse("[0.12,13.0]"))));

    assertThat(report.passed()).isFalse();
    assertThat(report)
        .hasToString(
            """
            Prosody 0.11.9: not verified, because no module is for this release
              mod_new is omitted: it is for Prosody [0.12,13.0]
            """);
  }
}
