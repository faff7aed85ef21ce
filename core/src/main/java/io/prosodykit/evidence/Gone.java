package io.prosodykit.evidence;

import com.google.common.collect.ImmutableSet;

/**
 * What a branch of Prosody lacks of all that the branch had that it is {@linkplain Release#like
 * like}.
 *
 * @param modules modules that neither Prosody nor the community has any more, without {@code mod_}
 * @param functions functions of the module API, without {@code module:}
 * @param libraries Lua libraries, without the prefix
 * @param members members of libraries and objects, {@code util.jid.prep}
 * @param facts facts about modules that are still there
 * @since 0.1.0
 */
public record Gone(
    ImmutableSet<String> modules,
    ImmutableSet<String> functions,
    ImmutableSet<String> libraries,
    ImmutableSet<String> members,
    ImmutableSet<GoneFact> facts) {
  /** Nothing is gone. */
  public static final Gone NOTHING =
      new Gone(
          ImmutableSet.of(),
          ImmutableSet.of(),
          ImmutableSet.of(),
          ImmutableSet.of(),
          ImmutableSet.of());

  /** {@return whether nothing is gone} */
  public boolean isEmpty() {
    return equals(NOTHING);
  }
}
