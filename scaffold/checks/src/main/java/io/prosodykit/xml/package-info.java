/** Writes XML 1.0. For this module alone. */
@NullMarked
package io.prosodykit.xml;

import org.jspecify.annotations.NullMarked;
