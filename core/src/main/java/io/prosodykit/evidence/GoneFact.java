package io.prosodykit.evidence;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.text.VisibleText;

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
  /** The kinds of facts that are fields of a module. */
  public static final ImmutableSet<String> OF_MODULES =
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
          "scopes");

  /** The kinds of facts about modules: fields of a module, and those of the rules. */
  public static final ImmutableSet<String> KINDS =
      ImmutableSet.<String>builder()
          .addAll(OF_MODULES)
          .add("requiredOptions", "componentsOnly", "conflicts")
          .build();

  /**
   * Checks the kind.
   *
   * @param module the module, without {@code mod_}
   * @param kind the kind of the fact
   * @param name what the fact names
   * @throws IllegalArgumentException for an unknown kind; the message lists those that are known
   */
  public GoneFact {
    String unused = checkedKind(kind);
  }

  /**
   * {@return a kind of facts}
   *
   * @param kind one of {@link #KINDS}
   * @throws IllegalArgumentException for an unknown kind; the message lists those that are known
   */
  public static String checkedKind(String kind) {
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException(
          "there is no kind of fact \""
              + VisibleText.brief(kind)
              + "\"; choose from "
              + String.join(", ", KINDS));
    }
    return kind;
  }
}
