package io.prosodykit.busted;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.List;
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
    OptionalLong seed) {
  /**
   * Reads tags.
   *
   * @param words tags with or without {@code #}, as Lua patterns
   * @param opposite tags with the opposite effect
   * @return the tags without {@code #}
   * @throws IllegalArgumentException if one is not a pattern, or has the opposite effect as well
   */
  static ImmutableList<String> tags(Collection<String> words, List<String> opposite) {
    ImmutableList.Builder<String> tags = ImmutableList.builder();
    for (String word : words) {
      String tag = LuaPattern.check(word.startsWith("#") ? word.substring(1) : word);
      if (opposite.contains(tag)) {
        throw new IllegalArgumentException(
            "the tag " + tag + " cannot be both selected and excluded");
      }
      tags.add(tag);
    }
    return tags.build();
  }
}
