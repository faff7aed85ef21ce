package io.prosodykit.lint;

import com.google.common.collect.ImmutableSet;
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
      for (Suppressions.Flaw flaw : findings.flaws(file)) {
        findings.add(
            LintRule.SUPPRESSION_UNKNOWN,
            file,
            flaw.range(),
            Findings.ANY,
            flaw.message(),
            "name a rule, for example: -- prosodykit: ignore print-call");
      }
    }
  }
}
