/** Versions of Prosody, and ranges of them. */
@NullMarked
package io.prosodykit.version;

import org.jspecify.annotations.NullMarked;
