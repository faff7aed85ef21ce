/**
 * Source trees of new Prosody modules.
 *
 * <p>A tour in five lines: a {@link io.prosodykit.scaffold.ModuleSpec} says what the module is to
 * be, with its {@link io.prosodykit.scaffold.OptionSpec options}; a {@link
 * io.prosodykit.scaffold.Recipe} says what kind of module. {@link
 * io.prosodykit.scaffold.Scaffold#of} turns a specification into texts, and {@link
 * io.prosodykit.scaffold.Scaffold#writeTo} puts them on disk, all of them or none; {@link
 * io.prosodykit.scaffold.OnConflict} says what becomes of files that are there already.
 */
@NullMarked
package io.prosodykit.scaffold;

import org.jspecify.annotations.NullMarked;
