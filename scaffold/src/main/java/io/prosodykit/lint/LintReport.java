package io.prosodykit.lint;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.ProsodyVersion;
import java.util.Collection;
import java.util.Comparator;

/**
 * What a linter found.
 *
 * @param targets the releases that it looked at, the oldest first
 * @param modules how many modules it read
 * @param findings what it found, by file, place and rule
 */
public record LintReport(
    ImmutableSet<ProsodyVersion> targets, int modules, ImmutableList<Finding> findings) {
  static LintReport of(
      ImmutableSet<ProsodyVersion> targets, int modules, Collection<Finding> findings) {
    return new LintReport(targets, modules, ImmutableList.sortedCopyOf(new InOrder(), findings));
  }

  /** A class and no lambda, which costs a fresh JVM more. */
  private static final class InOrder implements Comparator<Finding> {
    @Override
    public int compare(Finding one, Finding other) {
      int order = one.file().compareTo(other.file());
      if (order == 0) {
        order = one.position().compareTo(other.position());
      }
      if (order == 0) {
        order = one.rule().compareTo(other.rule());
      }
      return order == 0 ? one.message().compareTo(other.message()) : order;
    }
  }

  /**
   * Counts the findings that are as bad as a severity, or worse.
   *
   * @param severity the severity
   * @return how many there are
   */
  public int count(Severity severity) {
    return atLeast(severity).findings().size();
  }

  /**
   * Leaves out what is not as bad as a severity.
   *
   * @param severity the severity
   * @return a report of the findings that are as bad, or worse
   */
  public LintReport atLeast(Severity severity) {
    return new LintReport(
        targets,
        modules,
        findings.stream()
            .filter(finding -> finding.severity().compareTo(severity) <= 0)
            .collect(toImmutableList()));
  }

  /**
   * Leaves out what a baseline knows.
   *
   * @param baseline the baseline
   * @return a report of the new findings
   */
  public LintReport without(Baseline baseline) {
    return new LintReport(targets, modules, baseline.unknown(findings));
  }

  /**
   * Returns the findings of a rule.
   *
   * @param rule the rule
   * @return its findings, in order
   */
  public ImmutableList<Finding> findingsOf(LintRule rule) {
    return findings.stream().filter(finding -> finding.rule() == rule).collect(toImmutableList());
  }
}
