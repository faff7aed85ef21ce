package io.prosodykit.facts;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.ModuleBehaviour;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The events that Prosody and its modules fire. Any other event, such as one of a community module,
 * may pass anything or nothing.
 *
 * @since 0.1.0
 */
public final class ServerEvents {
  private static final String ANY = "...";

  private final String source;
  private final ImmutableMap<String, ServerEvent> events;
  private final ImmutableList<FiredEvent> fired;

  ServerEvents(
      String source, ImmutableMap<String, ServerEvent> events, ImmutableList<FiredEvent> fired) {
    this.source = source;
    this.events = events;
    this.fired = fired;
  }

  ServerEvents with(ServerLayer layer) {
    Map<String, ServerEvent> all = new LinkedHashMap<>(events);
    layer.events().forEach(event -> all.put(event.name(), event));
    return new ServerEvents(
        source,
        ImmutableMap.copyOf(all),
        ServerLayer.sorted(fired, layer.fired(), FiredEvent::nameAndPart).values().asList());
  }

  /** {@return the source of the events: the releases of Prosody, in words} */
  public String source() {
    return source;
  }

  /**
   * {@return all events on record, those of stanzas first; an event whose name ends in {@code ...}
   * stands for all events whose names begin like that}
   */
  public ImmutableList<ServerEvent> all() {
    return events.values().asList();
  }

  /**
   * {@return the names of the events that are known in full, in the order of the record; those that
   * end in {@code ...} are omitted}
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
   * {@return the events that parts of Prosody other than its modules fire, sorted by name and part}
   * What modules fire is a fact about each.
   *
   * @see ModuleBehaviour#fires()
   */
  public ImmutableList<FiredEvent> fired() {
    return fired;
  }

  /**
   * {@return the records of {@link #fired()} that are about an event}
   *
   * @param event for example {@code user-deleted}
   */
  public ImmutableList<FiredEvent> firing(String event) {
    return fired.stream().filter(each -> each.matches(event)).collect(toImmutableList());
  }

  /**
   * {@return what an event passes to its handlers: the event of this name, else the first whose
   * name is a prefix of it, else one of kind {@link ServerEvent.Kind#UNKNOWN}}
   *
   * @param name for example {@code message/bare} or {@code iq-get/host/jabber:iq:version:query}
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
