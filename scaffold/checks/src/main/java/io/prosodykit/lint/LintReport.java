package io.prosodykit.lint;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ComparisonChain;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Ordering;
import io.prosodykit.version.ProsodyVersion;
import java.util.Collection;

/**
 * What a linter found.
 *
 * @param checked for each module, the branches that it was checked against, the oldest first
 * @param findings what it found, sorted by file, place and rule
 * @since 0.1.0
 */
public record LintReport(
    ImmutableMultiset<ImmutableList<ProsodyVersion>> checked, ImmutableList<Finding> findings) {
  static LintReport of(
      Collection<ImmutableList<ProsodyVersion>> checked, Collection<Finding> findings) {
    return new LintReport(
        ImmutableMultiset.copyOf(
            Ordering.<ProsodyVersion>natural().lexicographical().sortedCopy(checked)),
        ImmutableList.sortedCopyOf(
            (one, other) ->
                ComparisonChain.start()
                    .compare(one.file(), other.file())
                    .compare(one.position(), other.position())
                    .compare(one.rule(), other.rule())
                    .compare(one.message(), other.message())
                    .result(),
            findings));
  }

  /**
   * {@return all branches that modules were checked against, the oldest first; empty if there was
   * no module}
   */
  public ImmutableSortedSet<ProsodyVersion> targets() {
    ImmutableSortedSet.Builder<ProsodyVersion> targets = ImmutableSortedSet.naturalOrder();
    checked.elementSet().forEach(targets::addAll);
    return targets.build();
  }

  /**
   * {@return the number of modules that the linter read, without libraries outside of modules'
   * folders}
   */
  public int modules() {
    return checked.size();
  }

  /**
   * Counts the findings that are at least as severe as a severity.
   *
   * @param severity the severity
   * @return their number
   */
  public int count(Severity severity) {
    return atLeast(severity).findings().size();
  }

  /**
   * Omits findings that are less severe than a severity.
   *
   * @param severity the severity
   * @return a report of the findings that are at least as severe
   */
  public LintReport atLeast(Severity severity) {
    return new LintReport(
        checked,
        findings.stream()
            .filter(finding -> finding.severity().compareTo(severity) <= 0)
            .collect(toImmutableList()));
  }

  /**
   * Omits the findings that a baseline knows.
   *
   * @param baseline the baseline
   * @return a report of the new findings
   */
  public LintReport without(Baseline baseline) {
    return new LintReport(checked, baseline.unknown(findings));
  }

  /**
   * {@return the findings of a rule, in order}
   *
   * @param rule the rule
   */
  public ImmutableList<Finding> findingsOf(LintRule rule) {
    return findings.stream().filter(finding -> finding.rule() == rule).collect(toImmutableList());
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    return JsonWriter.document(this);
  }
}
