package io.prosodykit.facts;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import io.prosodykit.text.EnumNames;
import java.util.Optional;

/**
 * What an event of Prosody passes to its handlers.
 *
 * @since 0.1.0
 */
public final class ServerEvent {
  private final String name;
  private final Kind kind;
  private final Optional<String> stanza;
  private final ImmutableList<String> fields;

  ServerEvent(String name, Kind kind, Optional<String> stanza, ImmutableList<String> fields) {
    this.name = name;
    this.kind = kind;
    this.stanza = stanza;
    this.fields = fields;
  }

  /** An event about which nothing is recorded. */
  static ServerEvent unknown(String name) {
    return new ServerEvent(name, Kind.UNKNOWN, Optional.empty(), ImmutableList.of());
  }

  /**
   * {@return the event's name, for example {@code message/bare}; {@code iq-get/...} for all that
   * begin with {@code iq-get/}}
   */
  public String name() {
    return name;
  }

  /** {@return what the handlers are called with} */
  public Kind kind() {
    return kind;
  }

  /**
   * {@return the kind of stanza in the field {@code stanza}: {@code message}, {@code presence},
   * {@code iq}, or {@code element} for another element of the stream; empty without such a field}
   */
  public Optional<String> stanza() {
    return stanza;
  }

  /**
   * {@return the fields that the event always has, for example {@code session}; empty unless there
   * is a table}
   */
  public ImmutableList<String> fields() {
    return fields;
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
