/** Compares texts line by line, and merges two versions of a text. Knows nothing of modules. */
@NullMarked
package io.prosodykit.scaffold.merge;

import org.jspecify.annotations.NullMarked;
