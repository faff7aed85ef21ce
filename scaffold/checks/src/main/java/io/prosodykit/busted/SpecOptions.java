package io.prosodykit.busted;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which tests run, in which order.
 *
 * @param pattern a Lua pattern that the name of a test must match somewhere
 * @param tags words, one of which must follow a # in the name of a test; empty for all tests
 * @param excludeTags words, none of which may follow a #
 * @param shuffle whether the order is random
 * @param seed the seed of the random order
 */
record SpecOptions(
    Optional<String> pattern,
    ImmutableList<String> tags,
    ImmutableList<String> excludeTags,
    boolean shuffle,
    OptionalLong seed) {}
