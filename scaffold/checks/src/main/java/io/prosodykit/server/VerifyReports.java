package io.prosodykit.server;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;

/**
 * The results of modules in several servers.
 *
 * @param reports a report for each server, in order
 * @since 0.1.0
 */
public record VerifyReports(ImmutableList<VerifyReport> reports) {
  /** {@return whether any module ran in any server} */
  public boolean hasRun() {
    return reports.stream().anyMatch(report -> !report.modules().isEmpty());
  }

  /** {@return the reports of the servers in which modules ran, but not without a complaint} */
  public ImmutableList<VerifyReport> failures() {
    return reports.stream()
        .filter(report -> !report.modules().isEmpty() && !report.passed())
        .collect(ImmutableList.toImmutableList());
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    return ImmutableMap.of("reports", Lists.transform(reports, VerifyReport::document));
  }
}
