package io.prosodykit.lint;

import java.io.IOException;

/** Looks at a module for what one rule, or a family of rules, is about. */
@FunctionalInterface
interface Check {
  void check(LintedModule module, Findings findings) throws IOException;
}
