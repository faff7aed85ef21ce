/**
 * What this library says about bad input: every exception that a user's mistake causes is a {@link
 * io.prosodykit.problem.ProsodyKitException}.
 *
 * <p>All types but exceptions are immutable. Nothing takes or returns {@code null}.
 */
@NullMarked
package io.prosodykit.problem;

import org.jspecify.annotations.NullMarked;
