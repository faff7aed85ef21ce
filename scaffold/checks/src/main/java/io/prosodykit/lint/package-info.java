/**
 * Checks whether modules work on the releases of Prosody that they are for, from their sources
 * alone.
 *
 * <p>A tour in five lines: a {@link io.prosodykit.lint.Linter} gets the target releases, and reads
 * folders of modules; what it finds comes back as a {@link io.prosodykit.lint.LintReport} of {@link
 * io.prosodykit.lint.Finding}s, each by a {@link io.prosodykit.lint.LintRule}, which has a severity
 * and a section in {@code RULES.md}. A report is printed in a {@link
 * io.prosodykit.lint.LintFormat}. A {@link io.prosodykit.lint.Baseline} knows the findings of an
 * old code base, so that only new ones show.
 */
@NullMarked
package io.prosodykit.lint;

import org.jspecify.annotations.NullMarked;
