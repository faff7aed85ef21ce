/** Reads the record of what a scaffolded module was made from. Exported to our scaffolder alone. */
@NullMarked
package io.prosodykit.record;

import org.jspecify.annotations.NullMarked;
