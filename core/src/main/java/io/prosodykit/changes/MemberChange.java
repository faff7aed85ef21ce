package io.prosodykit.changes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Source;
import io.prosodykit.facts.LibraryMember;
import io.prosodykit.facts.ServerLibraries;
import io.prosodykit.text.EnumNames;
import java.util.List;

/**
 * A member of a library, or of an object such as a stanza, that differs between two versions of
 * Prosody, both of which have the library or the object.
 *
 * @param owner the library, {@code util.jid}, or the object, {@code stanza}
 * @param member its name, {@code prep}
 * @param kind what changes
 * @param before what it was, as in {@link LibraryMember#signature}, {@code function/1}; the empty
 *     text if it is new
 * @param after what it is, {@code function/2}; the empty text if it is gone
 * @param sources the {@linkplain ServerLibraries#release releases that stand for} the two versions
 * @since 0.1.0
 */
public record MemberChange(
    String owner,
    String member,
    Kind kind,
    String before,
    String after,
    ImmutableList<Source> sources) {

  @JsonCreator
  static MemberChange of(
      @JsonProperty(value = "owner", required = true) String owner,
      @JsonProperty(value = "member", required = true) String member,
      @JsonProperty(value = "kind", required = true) Kind kind,
      @JsonProperty(value = "before", required = true) String before,
      @JsonProperty(value = "after", required = true) String after,
      @JsonProperty(value = "sources", required = true) List<Source> sources) {
    return new MemberChange(owner, member, kind, before, after, ImmutableList.copyOf(sources));
  }

  /** What can change about a member. */
  public enum Kind {
    /** It is new in the second version. */
    ADDED,
    /** The second version does not have it. */
    GONE,
    /** It takes another number of parameters, or is another type of value. */
    CHANGED;

    /**
     * Reads a kind, in any case.
     *
     * @param text for example {@code added}
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
