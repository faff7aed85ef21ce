/**
 * Modules below a folder: how they are laid out, what they are for, and all that their files say.
 */
@NullMarked
package io.prosodykit.moduletree;

import org.jspecify.annotations.NullMarked;
