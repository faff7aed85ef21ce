package io.prosodykit.lint;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.moduletree.TreeProblem;

/** A record that does not state which releases its module is for. */
final class RecordCheck implements Check {
  @Override
  public ImmutableSet<LintRule> rules() {
    return ImmutableSet.of(LintRule.RECORD_UNREADABLE);
  }

  @Override
  public void check(LintedModule module, Findings findings) {
    if (module.targets().problem().isPresent()) {
      TreeProblem problem = module.targets().problem().get();
      findings.add(
          LintRule.RECORD_UNREADABLE,
          problem.file(),
          "the record " + problem.message(),
          "restore it from version control, or make the module anew; -Dprosody.targets overrides it");
    }
  }
}
