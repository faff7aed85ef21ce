/**
 * The goals of the Maven plugin, prefix {@code prosody}: a command line for the catalogue and the
 * scaffolder.
 *
 * <p>{@code list-modules}, {@code describe-module}, {@code check-compatibility} and {@code
 * coverage} print what the catalogue knows, as a table for people or as JSON or CSV for programs;
 * {@code new-module} writes a Lua module, {@code test} runs its specs. A goal reads its parameters,
 * calls the library and prints the result, so programs can get all that a goal prints from the
 * library.
 */
@NullMarked
package io.prosodykit.maven;

import org.jspecify.annotations.NullMarked;
