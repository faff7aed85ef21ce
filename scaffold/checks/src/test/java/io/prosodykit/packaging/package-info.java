@NullMarked
package io.prosodykit.packaging;

import org.jspecify.annotations.NullMarked;
