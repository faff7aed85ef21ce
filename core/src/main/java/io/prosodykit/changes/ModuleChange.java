package io.prosodykit.changes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.Source;
import io.prosodykit.text.EnumNames;
import java.util.List;

/**
 * A module whose place differs between two versions of Prosody.
 *
 * @param module its name without {@code mod_}
 * @param kind what changes
 * @param before where it is available for the first version
 * @param after where it is available for the second version
 * @param successor the module that has taken its place by the second version; the empty text if
 *     none has
 * @param refusal why the loader of the second version refuses the module, for example {@code 13.0
 *     refuses to load it, because it conflicts with the feature muc_vcard, which 13.0 has}; the
 *     empty text if it does not
 * @param sources those from the time of the second version that have the module, or lack it
 * @since 0.1.0
 */
public record ModuleChange(
    String module,
    Kind kind,
    Presence before,
    Presence after,
    String successor,
    String refusal,
    ImmutableList<Source> sources) {

  @JsonCreator
  static ModuleChange of(
      @JsonProperty(value = "module", required = true) String module,
      @JsonProperty(value = "kind", required = true) Kind kind,
      @JsonProperty(value = "before", required = true) Presence before,
      @JsonProperty(value = "after", required = true) Presence after,
      @JsonProperty(value = "successor", required = true) String successor,
      @JsonProperty(value = "refusal", required = true) String refusal,
      @JsonProperty(value = "sources", required = true) List<Source> sources) {
    return new ModuleChange(
        module, kind, before, after, successor, refusal, ImmutableList.copyOf(sources));
  }

  /** How the place of a module can change from one version to another. */
  public enum Kind {
    /** Prosody ships it, and neither Prosody nor the community had it before. */
    ADDED,
    /** Prosody took it over from the community. */
    ABSORBED,
    /** Another module took its place; it may still be available. */
    REPLACED,
    /** Prosody no longer ships it, and the community does not have it. */
    REMOVED,
    /** Prosody no longer ships it, and the community has it. */
    HANDED_OVER,
    /** The community has it, or it is an organisation's own, and nobody had it before. */
    APPEARED,
    /** The community no longer has it, or an organisation does not. */
    DISAPPEARED,
    /** The community or an organisation still has it, and Prosody's loader now refuses it. */
    REFUSED;

    /**
     * Reads a kind, in any case.
     *
     * @param text for example {@code handed-over}
     * @return the kind
     * @throws IllegalArgumentException for any other text
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Kind parse(String text) {
      return EnumNames.parse("kind", Kind.class, text);
    }

    /** Prints the kind in lower case. */
    @Override
    @JsonValue
    public String toString() {
      return EnumNames.written(this);
    }
  }
}
