package io.prosodykit.changes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Source;
import io.prosodykit.text.EnumNames;
import java.util.List;

/**
 * A function of the module API, or a library, that one of two versions of Prosody lacks.
 *
 * @param name the function without {@code module:}, or the library as {@code require} finds it
 * @param kind which version lacks it
 * @param replacement what to use instead of what is gone, a clause without a full stop; the empty
 *     text if that is not known, or nothing is gone
 * @param sources the releases from the time of the second version, which have it, or lack it
 * @since 0.1.0
 */
public record ApiChange(String name, Kind kind, String replacement, ImmutableList<Source> sources) {

  @JsonCreator
  static ApiChange of(
      @JsonProperty(value = "name", required = true) String name,
      @JsonProperty(value = "kind", required = true) Kind kind,
      @JsonProperty(value = "replacement", required = true) String replacement,
      @JsonProperty(value = "sources", required = true) List<Source> sources) {
    return new ApiChange(name, kind, replacement, ImmutableList.copyOf(sources));
  }

  /** Which of the two versions lacks it. */
  public enum Kind {
    /** The first: it is new in the second. */
    ADDED,
    /** The second: it is no longer there. */
    GONE;

    /**
     * Reads a kind, in any case.
     *
     * @param text {@code added} or {@code gone}
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
