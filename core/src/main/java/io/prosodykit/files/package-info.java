/**
 * Files that anybody may have made: {@link io.prosodykit.files.BoundedFile} reads one, {@link
 * io.prosodykit.files.FolderWalk} finds those in a folder, {@link io.prosodykit.files.NamedPath}
 * those that a text names, {@link io.prosodykit.files.NamePattern} tells their names apart, {@link
 * io.prosodykit.files.Enclosure} says which links may be followed, and {@link
 * io.prosodykit.files.FileFault} what is wrong with one. For other modules of the library; programs
 * that embed it have no use for them.
 */
@NullMarked
package io.prosodykit.files;

import org.jspecify.annotations.NullMarked;
