package io.prosodykit.scaffold;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What an event of Prosody brings to its handlers, as {@code events.tsv} has it.
 *
 * @param kind what the handlers are called with
 * @param stanza the kind of stanza in the field {@code stanza}, for example {@code iq}; empty
 *     without such a field
 * @param fields the fields that the event always has, for example {@code session}
 */
record ServerEvent(Kind kind, String stanza, ImmutableList<String> fields) {
  /** What the handlers of an event are called with. */
  enum Kind {
    /** A table with a stanza and the session it came from, which can be answered. */
    STANZA,
    /** A table with other fields. */
    EVENT,
    /** With nil. */
    NOTHING,
    /** Nobody knows: perhaps with a table, perhaps with nil. */
    UNKNOWN
  }

  /** How a field is shown in the log, and a value of it, both in Lua. */
  record Field(String shown, String sample) {}

  private static final String ANY = "...";
  private static final String STANZA_FIELD = "stanza";
  private static final ServerEvent UNKNOWN = new ServerEvent(Kind.UNKNOWN, "", ImmutableList.of());

  private static final ImmutableList<List<String>> ROWS = rows();
  private static final ImmutableMap<String, ServerEvent> EVENTS = events();
  private static final ImmutableMap<String, Field> FIELDS = fieldRows();

  /** Finds what an event brings; an event by its own name before one whose name has any ending. */
  static ServerEvent find(String name) {
    ServerEvent exact = EVENTS.get(name);
    if (exact != null) {
      return exact;
    }
    return EVENTS.entrySet().stream()
        .filter(event -> event.getKey().endsWith(ANY))
        .filter(event -> name.startsWith(beginning(event.getKey())))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(UNKNOWN);
  }

  /** The names of all events that are known in full. */
  static ImmutableList<String> names() {
    return EVENTS.keySet().stream()
        .filter(name -> !name.endsWith(ANY))
        .collect(ImmutableList.toImmutableList());
  }

  /** A Lua expression for the log that tells what the event {@code event} brought. */
  String shown() {
    if (!stanza.isEmpty()) {
      return "tostring(event.stanza)";
    }
    return fields.stream()
        .filter(FIELDS::containsKey)
        .map(field -> field(field).shown())
        .findFirst()
        .orElseGet(() -> "tostring(event." + fields.get(0) + ")");
  }

  /** A field; one of which nothing else is known is a table. */
  static Field field(String name) {
    return FIELDS.getOrDefault(name, new Field("tostring(event." + name + ")", "{}"));
  }

  private static String beginning(String name) {
    return name.substring(0, name.length() - ANY.length());
  }

  private static ImmutableMap<String, ServerEvent> events() {
    ImmutableMap.Builder<String, ServerEvent> events = ImmutableMap.builder();
    for (List<String> row : ROWS) {
      switch (row.get(0)) {
        case "stanza" -> events.put(row.get(1), read(Kind.STANZA, row.get(2)));
        case "event" -> events.put(row.get(1), read(Kind.EVENT, row.get(2)));
        case "nothing" ->
            events.put(row.get(1), new ServerEvent(Kind.NOTHING, "", ImmutableList.of()));
        case "field" -> {}
        default -> throw new IllegalStateException("events.tsv: no such kind of row: " + row);
      }
    }
    return events.buildOrThrow();
  }

  private static ServerEvent read(Kind kind, String words) {
    ImmutableList.Builder<String> fields = ImmutableList.builder();
    String stanza = "";
    for (String word : Splitter.on(' ').split(words)) {
      boolean isStanza = word.equals(STANZA_FIELD) || word.startsWith(STANZA_FIELD + ":");
      if (isStanza) {
        stanza = word.equals(STANZA_FIELD) ? "message" : word.substring(word.indexOf(':') + 1);
      }
      fields.add(isStanza ? STANZA_FIELD : word);
    }
    return new ServerEvent(kind, stanza, fields.build());
  }

  private static ImmutableMap<String, Field> fieldRows() {
    return ROWS.stream()
        .filter(row -> row.get(0).equals("field"))
        .collect(
            ImmutableMap.toImmutableMap(
                row -> row.get(1), row -> new Field(row.get(2), row.get(3))));
  }

  private static ImmutableList<List<String>> rows() {
    try {
      String text =
          Resources.toString(
              Resources.getResource(ServerEvent.class, "events.tsv"), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Splitter.on('\t').splitToList(line))
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read events.tsv", e);
    }
  }
}
