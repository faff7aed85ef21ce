package io.prosodykit.lint;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Ordering;
import io.prosodykit.version.ProsodyVersion;
import java.util.Collection;
import java.util.Comparator;

/**
 * What a linter found.
 *
 * @param judged for each module the branches that it was judged by, the oldest first
 * @param findings what it found, by file, place and rule
 */
public record LintReport(
    ImmutableMultiset<ImmutableList<ProsodyVersion>> judged, ImmutableList<Finding> findings) {
  static LintReport of(
      Collection<ImmutableList<ProsodyVersion>> judged, Collection<Finding> findings) {
    return new LintReport(
        ImmutableMultiset.copyOf(
            Ordering.<ProsodyVersion>natural().lexicographical().sortedCopy(judged)),
        ImmutableList.sortedCopyOf(new InOrder(), findings));
  }

  /**
   * Returns all branches that modules were judged by.
   *
   * @return the oldest first; none if there was no module
   */
  public ImmutableSortedSet<ProsodyVersion> targets() {
    ImmutableSortedSet.Builder<ProsodyVersion> targets = ImmutableSortedSet.naturalOrder();
    judged.elementSet().forEach(targets::addAll);
    return targets.build();
  }

  /**
   * Returns how many modules the linter read.
   *
   * @return the number of modules, without libraries that lie in no module's folder
   */
  public int modules() {
    return judged.size();
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
        judged,
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
    return new LintReport(judged, baseline.unknown(findings));
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
