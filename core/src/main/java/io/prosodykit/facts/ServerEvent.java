package io.prosodykit.facts;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.text.EnumNames;
import java.util.Optional;

/**
 * What an event of Prosody passes to its handlers.
 *
 * @param name the event's name, for example {@code message/bare}; {@code iq-get/...} for all that
 *     begin with {@code iq-get/}
 * @param kind what the handlers are called with
 * @param stanza the kind of stanza in the field {@code stanza}: {@code message}, {@code presence},
 *     {@code iq}, or {@code element} for another element of the stream; empty without such a field
 * @param fields the fields that the event always has, for example {@code session}; empty unless
 *     there is a table
 * @since 0.1.0
 */
public record ServerEvent(
    String name, Kind kind, Optional<String> stanza, ImmutableList<String> fields) {
  /** An event about which nothing is recorded. */
  static ServerEvent unknown(String name) {
    return new ServerEvent(name, Kind.UNKNOWN, Optional.empty(), ImmutableList.of());
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    ImmutableMap.Builder<String, Object> document = ImmutableMap.builder();
    document.put("name", name).put("kind", kind);
    stanza.ifPresent(element -> document.put("stanza", element));
    return document.put("fields", fields).buildOrThrow();
  }

  /** Prints the name. */
  @Override
  public String toString() {
    return name;
  }

  /** What the handlers of an event are called with. */
  public enum Kind {
    /** A table with a stanza and the session that it came from, which can be answered. */
    STANZA,
    /** A table with other fields. */
    EVENT,
    /** Nil. */
    NOTHING,
    /** Nothing is recorded: perhaps a table, perhaps nil. */
    UNKNOWN;

    /** Prints the kind in lower case. */
    @JsonValue
    @Override
    public String toString() {
      return EnumNames.written(this);
    }
  }
}
