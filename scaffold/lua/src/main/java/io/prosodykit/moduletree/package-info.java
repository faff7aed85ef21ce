/**
 * Modules below a folder: their layout, the releases that they are for, and what their files say.
 */
@NullMarked
package io.prosodykit.moduletree;

import org.jspecify.annotations.NullMarked;
