/** Releases of Prosody by number: one, and ranges of them. */
@NullMarked
package io.prosodykit.version;

import org.jspecify.annotations.NullMarked;
