package io.prosodykit.lint;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.Optional;

/**
 * Looks at modules for what one rule, or a family of rules, is about.
 *
 * <p>A check of what modules say as a whole overrides {@link #check}. One of the code itself
 * overrides {@link #file}, and declares there which kinds of nodes it reads. All are registered in
 * {@link CheckRegistry}. One check may serve several threads at once.
 */
interface Check {
  /** The rules that it raises. No other check raises any of them. */
  ImmutableSet<LintRule> rules();

  /**
   * Looks at a module as a whole.
   *
   * @throws IOException if a file of the module cannot be read
   */
  default void check(LintedModule module, Findings findings) throws IOException {}

  /** What reads the nodes of one file; empty if nothing of it matters. */
  default Optional<FileCheck> file(LintedFile file, Findings findings) {
    return Optional.empty();
  }
}
