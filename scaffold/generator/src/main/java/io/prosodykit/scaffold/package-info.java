/**
 * Scaffolds of new Prosody modules.
 *
 * <p>A {@link io.prosodykit.scaffold.ModuleSpec} describes the module, with its {@link
 * io.prosodykit.scaffold.OptionSpec options}; a {@link io.prosodykit.scaffold.Recipe} is the kind
 * of module, and {@link io.prosodykit.scaffold.RecipeListReport} lists them. {@link
 * io.prosodykit.scaffold.Scaffold#of} turns a specification into texts, and {@link
 * io.prosodykit.scaffold.Scaffold#writeTo} writes all of them to disk or none. {@link
 * io.prosodykit.scaffold.OnConflict} says what happens to files that already exist. {@link
 * io.prosodykit.scaffold.ModuleUpdate} brings a module up to date later.
 */
@NullMarked
package io.prosodykit.scaffold;

import org.jspecify.annotations.NullMarked;
