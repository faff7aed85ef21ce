package io.prosodykit.spec;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which tests run, in which order.
 *
 * @param pattern a pattern of Lua that the name of a test must hold
 * @param shuffle whether the order is by chance
 * @param seed what chance begins with
 */
record SpecOptions(Optional<String> pattern, boolean shuffle, OptionalLong seed) {}
