package io.prosodykit.scaffold;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import io.prosodykit.facts.ServerEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How generated code logs a field of an event, and a sample value for specs, both in Lua.
 *
 * @param shown an expression that reads the field of the table {@code event}
 * @param sample a value
 */
record EventField(String shown, String sample) {
  private static final ImmutableMap<String, EventField> FIELDS = read("event-fields.tsv");

  /** {@return the field of this name; an unknown field is taken to be a table} */
  static EventField of(String name) {
    return FIELDS.getOrDefault(name, new EventField("tostring(event." + name + ")", "{}"));
  }

  /** {@return an expression that describes the fields of an event for the log} */
  static String shown(ServerEvent event) {
    if (event.stanza().isPresent()) {
      return "tostring(event.stanza)";
    }
    return event.fields().stream()
        .filter(FIELDS::containsKey)
        .findFirst()
        .map(EventField::of)
        .orElseGet(() -> of(event.fields().get(0)))
        .shown();
  }

  private static ImmutableMap<String, EventField> read(String file) {
    try {
      String text =
          Resources.toString(Resources.getResource(EventField.class, file), StandardCharsets.UTF_8);
      ImmutableMap.Builder<String, EventField> fields = ImmutableMap.builder();
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Splitter.on('\t').splitToList(line))
          .forEach(row -> put(fields, row));
      return fields.buildOrThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static void put(ImmutableMap.Builder<String, EventField> fields, List<String> row) {
    fields.put(row.get(0), new EventField(row.get(1), row.get(2)));
  }
}
