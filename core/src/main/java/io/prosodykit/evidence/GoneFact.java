package io.prosodykit.evidence;

import com.google.common.collect.ImmutableSet;

/**
 * A fact about a module that no longer holds.
 *
 * @param module the module, without {@code mod_}
 * @param kind the field of a catalogue file that has such facts, one of {@link #KINDS}
 * @param name what the fact names: for example the option, the event, the library or the module
 *     that it conflicts with; for {@code componentsOnly}, the module itself
 * @since 0.1.0
 */
public record GoneFact(String module, String kind, String name) {
  /** The kinds of facts about modules: fields of a module, and those of the rules. */
  public static final ImmutableSet<String> KINDS =
      ImmutableSet.of(
          "dependencies",
          "options",
          "provides",
          "specifications",
          "libraries",
          "events",
          "fires",
          "features",
          "hints",
          "items",
          "scopes",
          "requiredOptions",
          "componentsOnly",
          "conflicts");

  /**
   * Checks the kind.
   *
   * @param module the module, without {@code mod_}
   * @param kind the kind of the fact
   * @param name what the fact names
   * @throws IllegalArgumentException for an unknown kind; the message lists those that are known
   */
  public GoneFact {
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException(
          "there is no kind of fact \"" + kind + "\"; choose from " + String.join(", ", KINDS));
    }
  }
}
