/**
 * What tests share: {@link io.prosodykit.testing.RequiresProgram} for tests that need a program
 * from outside, {@link io.prosodykit.testing.Tree} for whole folders as values.
 */
@NullMarked
package io.prosodykit.testing;

import org.jspecify.annotations.NullMarked;
