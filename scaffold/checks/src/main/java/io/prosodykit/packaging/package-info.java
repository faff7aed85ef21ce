/**
 * Packages of modules that others install: zips, and rocks for {@code prosodyctl install} with the
 * manifest of a rocks server.
 */
@NullMarked
package io.prosodykit.packaging;

import org.jspecify.annotations.NullMarked;
