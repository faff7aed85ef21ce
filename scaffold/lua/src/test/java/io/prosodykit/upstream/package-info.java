/** The evidence of the catalogue data, made anew from the real packages and compared. */
@NullMarked
package io.prosodykit.upstream;

import org.jspecify.annotations.NullMarked;
