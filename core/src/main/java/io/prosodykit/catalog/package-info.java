/** Tour. */
@NullMarked
package io.prosodykit.catalog;

import org.jspecify.annotations.NullMarked;
