/** The files of the catalogue data, as this library's own readers open them. */
@NullMarked
package io.prosodykit.data;

import org.jspecify.annotations.NullMarked;
