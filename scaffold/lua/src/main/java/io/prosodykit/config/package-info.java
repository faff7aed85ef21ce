/**
 * The example configurations of modules, read from their source so that they can be combined into
 * one: sections, options, and lists that have to be merged. What a server makes of its own
 * configuration is known only by running it, as the package {@code io.prosodykit.configuration}
 * does.
 */
@NullMarked
package io.prosodykit.config;

import org.jspecify.annotations.NullMarked;
