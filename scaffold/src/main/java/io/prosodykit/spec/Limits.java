package io.prosodykit.spec;

import java.time.Duration;

/**
 * What a process may use.
 *
 * @param time how long it may run
 * @param memory how many bytes of memory it may hold, with its own processes
 * @param output how many bytes it may print
 */
record Limits(Duration time, long memory, long output) {}
