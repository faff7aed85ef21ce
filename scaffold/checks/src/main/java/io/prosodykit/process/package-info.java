/**
 * Processes of this library's own: {@link io.prosodykit.process.ChildProcess} holds them within
 * {@link io.prosodykit.process.Limits} and leaves nothing of them behind, {@link
 * io.prosodykit.process.ChildEnvironment} says what they get of the environment, {@link
 * io.prosodykit.process.PrintedText} and {@link io.prosodykit.process.BoundedLines} read what they
 * print, and {@link io.prosodykit.process.TemporaryFolder} is where they write. For other packages
 * of the library; programs that embed it have no use for it.
 */
@NullMarked
package io.prosodykit.process;

import org.jspecify.annotations.NullMarked;
