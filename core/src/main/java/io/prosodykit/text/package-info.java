/** Text that people read and write: made visible, matched with near names, and named constants. */
@NullMarked
package io.prosodykit.text;

import org.jspecify.annotations.NullMarked;
