/**
 * Child processes of this library: {@link io.prosodykit.process.ChildProcess} holds them to {@link
 * io.prosodykit.process.Limits} and leaves nothing of them behind, {@link
 * io.prosodykit.process.ChildEnvironment} says which part of the environment they get, {@link
 * io.prosodykit.process.PrintedText} and {@link io.prosodykit.process.BoundedLines} read what they
 * print, and {@link io.prosodykit.process.TemporaryFolder} is where they write. This package is for
 * other packages of the library, not for programs that embed it.
 */
@NullMarked
package io.prosodykit.process;

import org.jspecify.annotations.NullMarked;
