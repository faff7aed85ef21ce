/** Benchmarks with JMH, and programs that are compared as whole processes. */
@NullMarked
package io.prosodykit.benchmarks;

import org.jspecify.annotations.NullMarked;
