/**
 * The goals of the Maven plugin, prefix {@code prosody}: a command line for the catalogue and the
 * scaffolder.
 *
 * <p>{@code list-modules}, {@code describe-module}, {@code check-compatibility} and {@code
 * coverage} print what the catalogue knows, as a table for people or as JSON or CSV for programs;
 * {@code new-module} writes a Lua module, {@code test} runs its specs. A goal reads its parameters,
 * asks the library and prints the answer, so that whatever a goal knows a program can have from the
 * library.
 */
@NullMarked
package io.prosodykit.maven;

import org.jspecify.annotations.NullMarked;
