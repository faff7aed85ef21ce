/**
 * Untrusted files: {@link io.prosodykit.files.BoundedFile} reads one, {@link
 * io.prosodykit.files.FolderWalk} finds those in a folder, {@link io.prosodykit.files.NamedPath}
 * finds those that a text names, {@link io.prosodykit.files.NamePattern} matches their names,
 * {@link io.prosodykit.files.Enclosure} says which links may be followed, and {@link
 * io.prosodykit.files.FileFault} describes what is wrong with one. This package is for the other
 * modules of the library, not for programs that embed it.
 */
@NullMarked
package io.prosodykit.files;

import org.jspecify.annotations.NullMarked;
