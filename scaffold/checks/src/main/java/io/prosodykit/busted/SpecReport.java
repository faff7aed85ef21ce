package io.prosodykit.busted;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;

/**
 * The results of the specs of several modules.
 *
 * @param suites the results of each module in each Lua, in the order of the modules
 * @since 0.1.0
 */
public record SpecReport(ImmutableList<SpecSuite> suites) {
  /**
   * Counts the tests with an outcome.
   *
   * @param outcome the outcome
   * @return how many there are
   */
  public int count(SpecOutcome outcome) {
    int count = 0;
    for (SpecSuite suite : suites) {
      count += suite.count(outcome);
    }
    return count;
  }

  /**
   * Counts the failures and errors.
   *
   * @return how many there are
   */
  public int failed() {
    return count(SpecOutcome.FAILURE) + count(SpecOutcome.ERROR);
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    return ImmutableMap.of("suites", Lists.transform(suites, SpecSuite::document));
  }
}
