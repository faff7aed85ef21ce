package io.prosodykit.evidence;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prosodykit.catalog.ProsodyVersion;
import io.prosodykit.catalog.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A file of evidence in the catalogue data, as it can be changed: modules by name, each with its
 * fields. A fact is a map, in which {@code in} lists the ids of its sources.
 */
final class EvidenceFile {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, Object>> OBJECT =
      new TypeReference<>() {};
  private static final List<String> FIELDS =
      List.of(
          "name",
          "ships",
          "community",
          "stage",
          "folder",
          "absorbed",
          "succession",
          "dependencies",
          "options",
          "provides",
          "specifications",
          "libraries");
  private static final List<String> SOURCES = Source.all().stream().map(Source::id).toList();

  private final Path file;
  private final Map<String, Map<String, Object>> modules = new LinkedHashMap<>();

  private EvidenceFile(Path file) {
    this.file = file;
  }

  static EvidenceFile read(Path file) throws IOException {
    EvidenceFile evidence = new EvidenceFile(file);
    Map<String, Object> document = MAPPER.readValue(file.toFile(), OBJECT);
    for (Object module : (List<?>) Objects.requireNonNull(document.get("modules"))) {
      Map<String, Object> fields = MAPPER.convertValue(module, OBJECT);
      evidence.modules.put((String) Objects.requireNonNull(fields.get("name")), fields);
    }
    return evidence;
  }

  Path file() {
    return file;
  }

  boolean has(String module) {
    return modules.containsKey(module);
  }

  /** Forgets what some sources say. */
  void forget(List<String> ids, List<String> branches) {
    for (Map<String, Object> fields : modules.values()) {
      strings(fields, "ships").removeAll(branches);
      strings(fields, "community").removeAll(ids);
      for (String kind : FIELDS.subList(FIELDS.indexOf("dependencies"), FIELDS.size())) {
        List<Map<String, Object>> facts = facts(fields, kind);
        facts.forEach(fact -> strings(fact, "in").removeAll(ids));
        facts.removeIf(fact -> strings(fact, "in").isEmpty());
        facts.forEach(fact -> fact.remove("default"));
      }
    }
  }

  /** Notes that a branch ships a module, or that a snapshot holds it. */
  void addPresence(String module, String field, String value) {
    strings(fields(module), field).add(value);
  }

  /** Notes where a module lies that is not in a folder of its own. */
  void setFolder(String module, String folder) {
    fields(module).put("folder", folder);
  }

  /** Notes that a source says a fact. */
  void addFact(String module, String kind, Map<String, Object> said, String source) {
    List<Map<String, Object>> facts = facts(fields(module), kind);
    for (Map<String, Object> fact : facts) {
      if (without(fact, "in").equals(said)) {
        strings(fact, "in").add(source);
        return;
      }
    }
    Map<String, Object> fact = new LinkedHashMap<>(said);
    fact.put("in", new ArrayList<>(List.of(source)));
    facts.add(fact);
  }

  /**
   * Puts what only tables say of options, which is no default, to what a package says: the newest
   * before the table, else the oldest after it.
   */
  void joinTables(List<String> packages) {
    for (Map<String, Object> fields : modules.values()) {
      List<Map<String, Object>> options = facts(fields, "options");
      for (Map<String, Object> option : List.copyOf(options)) {
        for (String table : List.copyOf(strings(option, "in"))) {
          if (!packages.contains(table)) {
            Map<String, Object> nearest = nearest(table, option, options, packages);
            strings(option, "in").remove(table);
            strings(nearest, "in").add(table);
          }
        }
      }
      options.removeIf(option -> strings(option, "in").isEmpty());
    }
  }

  private static Map<String, Object> nearest(
      String table,
      Map<String, Object> option,
      List<Map<String, Object>> options,
      List<String> packages) {
    Map<String, Object> nearest = option;
    boolean found = false;
    for (String source : SOURCES) {
      if (found && SOURCES.indexOf(source) > SOURCES.indexOf(table)) {
        return nearest;
      }
      for (Map<String, Object> other : options) {
        if (packages.contains(source)
            && strings(other, "in").contains(source)
            && without(other, "in", "default").equals(without(option, "in", "default"))) {
          nearest = other;
          found = true;
        }
      }
    }
    return nearest;
  }

  private static Map<String, Object> without(Map<String, Object> fact, String... fields) {
    Map<String, Object> rest = new LinkedHashMap<>(fact);
    rest.keySet().removeAll(List.of(fields));
    return rest;
  }

  /** The file's text: a line for each fact, everything in its order. */
  String text() throws IOException {
    StringBuilder text = new StringBuilder("{\n  \"formatVersion\": 1,\n  \"modules\": [\n");
    List<String> all = new ArrayList<>();
    for (Map<String, Object> fields : modules.values()) {
      List<String> lines = new ArrayList<>();
      for (String field : FIELDS) {
        Object value = fields.get(field);
        if (FIELDS.indexOf(field) >= FIELDS.indexOf("dependencies")) {
          List<Map<String, Object>> facts = facts(fields, field);
          if (!facts.isEmpty()) {
            facts.sort(Comparator.comparing(EvidenceFile::order));
            List<String> written = new ArrayList<>();
            for (Map<String, Object> fact : facts) {
              written.add("        " + line(fact));
            }
            lines.add("      \"" + field + "\": [\n" + String.join(",\n", written) + "\n      ]");
          }
        } else if (value != null) {
          lines.add("      \"" + field + "\": " + line(value));
        }
      }
      all.add("    {\n" + String.join(",\n", lines) + "\n    }");
    }
    return text.append(String.join(",\n", all)).append("\n  ]\n}\n").toString();
  }

  void write() throws IOException {
    Files.writeString(file, text());
  }

  private static String order(Map<String, Object> fact) {
    int first = strings(fact, "in").stream().mapToInt(SOURCES::indexOf).min().orElseThrow();
    return String.format(
        "%s\n%s\n%s\n%02d", fact.get("name"), fact.get("type"), fact.containsKey("soft"), first);
  }

  /** One value on one line, with a space after each comma and colon. */
  private static String line(Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      List<String> fields = new ArrayList<>();
      for (String key : List.of("name", "module", "type", "soft", "default", "since", "in")) {
        if (map.containsKey(key)) {
          fields.add("\"" + key + "\": " + line(Objects.requireNonNull(map.get(key))));
        }
      }
      return "{" + String.join(", ", fields) + "}";
    }
    if (value instanceof List<?> list) {
      List<String> items = new ArrayList<>();
      for (Object item : sorted(list)) {
        items.add(line(item));
      }
      return "[" + String.join(", ", items) + "]";
    }
    return MAPPER.writeValueAsString(value);
  }

  /** Sources in their order; branches of Prosody are in theirs as well. */
  private static List<?> sorted(List<?> list) {
    Map<Integer, Object> known = new TreeMap<>();
    for (Object item : list) {
      int place = SOURCES.indexOf(item);
      if (place < 0) {
        return list.stream().sorted(Comparator.comparing(EvidenceFile::branch)).toList();
      }
      known.put(place, item);
    }
    return List.copyOf(known.values());
  }

  private static ProsodyVersion branch(Object text) {
    return ProsodyVersion.parse((String) text);
  }

  private Map<String, Object> fields(String module) {
    return Objects.requireNonNull(modules.get(module), module);
  }

  @SuppressWarnings("unchecked") // the file has it so
  private static List<String> strings(Map<String, Object> fields, String name) {
    return (List<String>) Objects.requireNonNull(fields.get(name), name);
  }

  @SuppressWarnings("unchecked") // the file has it so
  private static List<Map<String, Object>> facts(Map<String, Object> fields, String kind) {
    return (List<Map<String, Object>>)
        fields.computeIfAbsent(kind, key -> new ArrayList<Map<String, Object>>());
  }
}
