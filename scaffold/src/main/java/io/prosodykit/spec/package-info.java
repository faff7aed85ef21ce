/**
 * Runs the specs of modules, in a real Lua that comes with the library, or in the machine's busted.
 *
 * <p>A tour in five lines: {@link io.prosodykit.spec.SpecRun} finds the folders {@code spec} of
 * modules and runs them, a process for each module, which has a time limit and a memory limit; what
 * comes back is a {@link io.prosodykit.spec.SpecReport} with a {@link io.prosodykit.spec.SpecSuite}
 * for each module and Lua, of {@link io.prosodykit.spec.SpecResult}s, each with its {@link
 * io.prosodykit.spec.SpecOutcome}. {@link io.prosodykit.spec.SpecText} prints them for people,
 * {@link io.prosodykit.spec.JUnitReport} writes them for build servers.
 */
@NullMarked
package io.prosodykit.spec;

import org.jspecify.annotations.NullMarked;
