/**
 * Runs the specs of modules in a real Lua that comes with the library, or in the machine's busted.
 *
 * <p>A tour in five lines: {@link io.prosodykit.busted.SpecRun} finds the folders {@code spec} of
 * modules and runs them, a process for each module, which has a time limit and a memory limit; the
 * result is a {@link io.prosodykit.busted.SpecReport} with a {@link io.prosodykit.busted.SpecSuite}
 * for each module and Lua, of {@link io.prosodykit.busted.SpecResult}s, each with its {@link
 * io.prosodykit.busted.SpecOutcome}. {@link io.prosodykit.busted.SpecText} prints them for people,
 * {@link io.prosodykit.busted.JUnitReport} writes them for build servers.
 */
@NullMarked
package io.prosodykit.busted;

import org.jspecify.annotations.NullMarked;
