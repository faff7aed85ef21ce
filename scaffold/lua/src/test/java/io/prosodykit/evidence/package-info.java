/** The evidence of the catalogue data, made anew from the real packages and compared. */
@NullMarked
package io.prosodykit.evidence;

import org.jspecify.annotations.NullMarked;
