package io.prosodykit.lint;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.module.MetadataProblem;
import java.nio.file.Path;

/** Finds suppression comments that name no rule. */
final class SuppressionCheck implements Check {
  @Override
  public ImmutableSet<LintRule> rules() {
    return ImmutableSet.of(LintRule.SUPPRESSION_UNKNOWN);
  }

  @Override
  public void check(LintedModule module, Findings findings) {
    for (Path file : module.code().keySet()) {
      for (MetadataProblem problem : findings.suppressionProblems(file)) {
        findings.add(LintRule.SUPPRESSION_UNKNOWN, file, problem);
      }
    }
  }
}
