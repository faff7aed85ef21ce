package io.prosodykit.busted;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which tests run, in which order.
 *
 * @param pattern a pattern of Lua that the name of a test must hold
 * @param tags words of which one must stand behind a # in the name of a test; perhaps none
 * @param excludeTags words of which none may stand there
 * @param shuffle whether the order is by chance
 * @param seed what chance begins with
 */
record SpecOptions(
    Optional<String> pattern,
    ImmutableList<String> tags,
    ImmutableList<String> excludeTags,
    boolean shuffle,
    OptionalLong seed) {}
