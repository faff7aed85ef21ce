package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import io.prosodykit.text.EnumNames;
import java.util.Optional;

/** What an event of Prosody brings to its handlers. */
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

  /** An event that nothing is recorded of. */
  static ServerEvent unknown(String name) {
    return new ServerEvent(name, Kind.UNKNOWN, Optional.empty(), ImmutableList.of());
  }

  /**
   * Returns the event's name.
   *
   * @return for example {@code message/bare}; {@code iq-get/...} for all that begin with {@code
   *     iq-get/}
   */
  public String name() {
    return name;
  }

  /**
   * Returns what the handlers are called with.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns the kind of stanza in the field {@code stanza}.
   *
   * @return {@code message}, {@code presence}, {@code iq}, or {@code element} for another element
   *     of the stream; empty without such a field
   */
  public Optional<String> stanza() {
    return stanza;
  }

  /**
   * Returns the fields that the event always has.
   *
   * @return for example {@code session}; empty unless there is a table
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
    @Override
    public String toString() {
      return EnumNames.written(this);
    }
  }
}
