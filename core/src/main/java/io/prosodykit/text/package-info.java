/** Text that people read and write: visible text, similar names, and named constants. */
@NullMarked
package io.prosodykit.text;

import org.jspecify.annotations.NullMarked;
