/** What the modules and packages of the library may know of one another. */
@NullMarked
package io.prosodykit.architecture;

import org.jspecify.annotations.NullMarked;
