package io.prosodykit.lint;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.SourceProblem;

/** Finds records that do not state which releases their module is for. */
final class RecordCheck implements Check {
  @Override
  public ImmutableSet<LintRule> rules() {
    return ImmutableSet.of(LintRule.RECORD_UNREADABLE);
  }

  @Override
  public void check(LintedModule module, Findings findings) {
    if (module.targets().problem().isPresent()) {
      SourceProblem problem = module.targets().problem().get();
      findings.add(
          LintRule.RECORD_UNREADABLE,
          problem.file(),
          "the record " + problem.message(),
          "restore it from version control, or create the module again;"
              + " -Dprosody.targets overrides it");
    }
  }
}
