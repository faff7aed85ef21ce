package io.prosodykit.lint;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.Optional;

/**
 * Checks modules for one rule, or for a family of rules.
 *
 * <p>A check of a module as a whole overrides {@link #check}. A check of the code itself overrides
 * {@link #file}, and declares there which kinds of nodes it reads. {@link CheckRegistry} lists all
 * checks. Several threads may use one check at once.
 */
interface Check {
  /** {@return the rules that it reports; no other check reports any of them} */
  ImmutableSet<LintRule> rules();

  /**
   * Checks a module as a whole.
   *
   * @throws IOException if a file of the module cannot be read
   */
  default void check(LintedModule module, Findings findings) throws IOException {}

  /** {@return what reads the nodes of one file; empty if it needs none of them} */
  default Optional<FileCheck> file(LintedFile file, Findings findings) {
    return Optional.empty();
  }
}
