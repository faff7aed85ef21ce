package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * The events that Prosody and its modules fire. An event that is not among them, as that of a
 * module of the community, may bring anything or nothing.
 */
public final class ServerEvents {
  private static final String ANY = "...";

  private final String source;
  private final ImmutableMap<String, ServerEvent> events;

  ServerEvents(String source, ImmutableMap<String, ServerEvent> events) {
    this.source = source;
    this.events = events;
  }

  /**
   * Returns where the events are from.
   *
   * @return the sources of Prosody's releases, in words
   */
  public String source() {
    return source;
  }

  /**
   * Returns all events on record.
   *
   * @return those of stanzas first; an event whose name ends in {@code ...} is all those whose
   *     names begin so
   */
  public ImmutableList<ServerEvent> all() {
    return events.values().asList();
  }

  /**
   * Returns the names of the events that are known in full.
   *
   * @return in the order of the record, without those that end in {@code ...}
   */
  public ImmutableList<String> names() {
    ImmutableList.Builder<String> names = ImmutableList.builder();
    for (String name : events.keySet()) {
      if (!name.endsWith(ANY)) {
        names.add(name);
      }
    }
    return names.build();
  }

  /**
   * Returns what an event brings.
   *
   * @param name for example {@code message/bare} or {@code iq-get/host/jabber:iq:version:query}
   * @return the event of this name, or else the first whose name is the beginning of it, or else
   *     one of kind {@link ServerEvent.Kind#UNKNOWN}
   */
  public ServerEvent event(String name) {
    ServerEvent exact = events.get(name);
    if (exact != null) {
      return exact;
    }
    for (ServerEvent event : events.values()) {
      String written = event.name();
      if (written.endsWith(ANY)
          && name.startsWith(written.substring(0, written.length() - ANY.length()))) {
        return event;
      }
    }
    return ServerEvent.unknown(name);
  }
}
