/** Benchmarks with JMH, and the programs whose whole processes are compared. */
@NullMarked
package io.prosodykit.benchmarks;

import org.jspecify.annotations.NullMarked;
