package io.prosodykit.upstream;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.SourceRanges;
import io.prosodykit.version.ProsodyVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The members of libraries and objects in the catalogue data, put together from several servers.
 */
final class LibraryFile {
  /** What a library or an object is, and what it has. */
  private static final class Entry {
    private final String fields;
    private final Set<String> sources = new LinkedHashSet<>();

    /** The sources of the members, by their names and then by their other fields. */
    private final Map<String, Map<String, Set<String>>> members = new TreeMap<>();

    private Entry(String fields) {
      this.fields = fields;
    }
  }

  private final Set<String> sources = new LinkedHashSet<>();
  private final Map<String, Entry> libraries = new TreeMap<>();
  private final Map<String, Entry> objects = new TreeMap<>();
  private Entry current = new Entry("");

  /** Adds a line that {@code mod_members} writes. */
  void add(String source, String... line) {
    sources.add(source);
    switch (line[0]) {
      case "library" -> open(libraries, source, line[1], value(line));
      case "object" ->
          open(objects, source, line[1], line[2].isEmpty() ? "" : field("from", line[2]));
      case "member" ->
          current
              .members
              .computeIfAbsent(line[1], name -> new LinkedHashMap<>())
              .computeIfAbsent(value(line), fields -> new LinkedHashSet<>())
              .add(source);
      default -> throw new IllegalStateException(String.join(" ", line) + " in " + source);
    }
  }

  private void open(Map<String, Entry> entries, String source, String name, String fields) {
    Entry known = entries.computeIfAbsent(name, key -> new Entry(fields));
    if (!known.fields.equals(fields)) {
      throw new IllegalStateException(name + " is another value in " + source);
    }
    known.sources.add(source);
    current = known;
  }

  private static String value(String... line) {
    return field("kind", line[2]) + (line[3].isEmpty() ? "" : field("arity", line[3]));
  }

  private static String field(String name, String text) {
    return ", \"" + name + "\": \"" + text + '"';
  }

  /** The file's text: a line for each member. */
  String text() {
    return "{\n  \"formatVersion\": 1,\n  \"releases\": "
        + list(sources)
        + ",\n  \"libraries\": [\n"
        + entries(libraries)
        + "\n  ],\n  \"objects\": [\n"
        + entries(objects)
        + "\n  ]\n}\n";
  }

  private static String entries(Map<String, Entry> entries) {
    return entries.entrySet().stream()
        .map(entry -> entry(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(",\n"));
  }

  private static String entry(String name, Entry entry) {
    List<String> members = new ArrayList<>();
    entry.members.forEach(
        (member, values) ->
            values.entrySet().stream()
                .sorted(Comparator.comparing(value -> oldest(value.getValue())))
                .forEach(
                    value ->
                        members.add(
                            "      {\"name\": \""
                                + member
                                + '"'
                                + value.getKey()
                                + (value.getValue().equals(entry.sources)
                                    ? ""
                                    : ", \"in\": " + list(value.getValue()))
                                + "}")));
    return "    {\"name\": \""
        + name
        + '"'
        + entry.fields
        + ", \"in\": "
        + list(entry.sources)
        + (members.isEmpty() ? "" : ", \"members\": [\n" + String.join(",\n", members) + "\n    ]")
        + "}";
  }

  private static ProsodyVersion oldest(Set<String> ids) {
    return ProsodyVersion.parse(ids.iterator().next());
  }

  private static String list(Set<String> ids) {
    ImmutableList<Source> of =
        ids.stream().map(Source::parse).collect(ImmutableList.toImmutableList());
    return SourceRanges.builtIn().write(of).stream()
        .map(text -> '"' + Objects.requireNonNull(text) + '"')
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
