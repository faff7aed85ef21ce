package io.prosodykit.upstream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.SourceRanges;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The evidence of some modules in the catalogue data, as it can be changed: modules by name, each
 * with its fields. One file has where they are available, another what their code does. A fact is a
 * map, in which {@code in} lists the ids of its sources.
 */
final class EvidenceFile {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, Object>> OBJECT =
      new TypeReference<>() {};
  private static final List<String> PRESENCE =
      List.of("name", "ships", "community", "stage", "folder", "absorbed", "succession", "knownAs");
  private static final List<String> FACTS =
      List.of(
          "dependencies",
          "options",
          "provides",
          "specifications",
          "libraries",
          "events",
          "fires",
          "features",
          "hints",
          "items",
          "scopes");
  private static final List<String> SOURCES =
      Knowledge.builtIn().sources().stream().map(Source::id).toList();

  /** The sources that do not record defaults. */
  private static final List<String> TABLES = List.of("0.9.14", "0.10.3", "2024-01");

  private final Path presence;
  private final Path facts;
  private final Map<String, Map<String, Object>> modules = new LinkedHashMap<>();

  private EvidenceFile(Path presence, Path facts) {
    this.presence = presence;
    this.facts = facts;
  }

  static EvidenceFile read(Path presence, Path facts) throws IOException {
    EvidenceFile evidence = new EvidenceFile(presence, facts);
    for (Map<String, Object> module : modules(presence)) {
      evidence.modules.put(name(module), module);
    }
    for (Map<String, Object> module : modules(facts)) {
      Map<String, Object> fields = evidence.fields(name(module));
      fields.putAll(module);
      FACTS.forEach(kind -> facts(fields, kind).forEach(EvidenceFile::expand));
    }
    return evidence;
  }

  private static List<Map<String, Object>> modules(Path file) throws IOException {
    List<Map<String, Object>> modules = new ArrayList<>();
    Map<String, Object> document = MAPPER.readValue(file.toFile(), OBJECT);
    for (Object module : (List<?>) Objects.requireNonNull(document.get("modules"))) {
      modules.add(MAPPER.convertValue(module, OBJECT));
    }
    return modules;
  }

  /** Replaces ranges of releases by their ids. */
  private static void expand(Map<String, Object> fact) {
    List<Source> sources = SourceRanges.builtIn().read(strings(fact, "in"));
    fact.put("in", new ArrayList<>(sources.stream().map(Source::id).toList()));
  }

  private static String name(Map<String, Object> fields) {
    return (String) Objects.requireNonNull(fields.get("name"));
  }

  boolean has(String module) {
    return modules.containsKey(module);
  }

  /** Removes the facts of some sources. */
  void forget(List<String> ids, List<String> branches) {
    for (Map<String, Object> fields : modules.values()) {
      strings(fields, "ships").removeAll(branches);
      strings(fields, "community").removeAll(ids);
      for (String kind : FACTS) {
        List<Map<String, Object>> facts = facts(fields, kind);
        facts.forEach(fact -> strings(fact, "in").removeAll(ids));
        facts.removeIf(fact -> strings(fact, "in").isEmpty());
        facts.stream()
            .filter(fact -> TABLES.containsAll(strings(fact, "in")))
            .forEach(fact -> fact.remove("default"));
      }
    }
  }

  /** Records that a branch ships a module, or that a snapshot contains it. */
  void addPresence(String module, String field, String value) {
    List<String> values = strings(fields(module), field);
    if (!values.contains(value)) {
      values.add(value);
    }
  }

  /** Records the folder of a module that does not have its own. */
  void setFolder(String module, String folder) {
    fields(module).put("folder", folder);
  }

  /** Records that a source states a fact. */
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
   * Puts what tables say of options, which is no default, to what another source says: the newest
   * before the table, else the oldest after it.
   */
  void joinTables() {
    for (Map<String, Object> fields : modules.values()) {
      List<Map<String, Object>> options = facts(fields, "options");
      for (Map<String, Object> option : List.copyOf(options)) {
        for (String table : List.copyOf(strings(option, "in"))) {
          if (TABLES.contains(table)) {
            Map<String, Object> nearest = nearest(table, option, options);
            strings(option, "in").remove(table);
            strings(nearest, "in").add(table);
          }
        }
      }
      options.removeIf(option -> strings(option, "in").isEmpty());
    }
  }

  private static Map<String, Object> nearest(
      String table, Map<String, Object> option, List<Map<String, Object>> options) {
    Map<String, Object> nearest = option;
    boolean found = false;
    for (String source : SOURCES) {
      if (found && SOURCES.indexOf(source) > SOURCES.indexOf(table)) {
        return nearest;
      }
      for (Map<String, Object> other : options) {
        if (!TABLES.contains(source)
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

  /** The files' texts: a line for each module or fact, everything in its order. */
  Map<Path, String> texts() throws IOException {
    return Map.of(presence, presenceText(), facts, factsText());
  }

  private String presenceText() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Map<String, Object> fields : modules.values()) {
      lines.add("    " + line(fields, PRESENCE));
    }
    return document(lines);
  }

  private String factsText() throws IOException {
    List<String> all = new ArrayList<>();
    for (Map.Entry<String, Map<String, Object>> module : modules.entrySet()) {
      List<String> kinds = new ArrayList<>();
      for (String kind : FACTS) {
        List<Map<String, Object>> told = facts(module.getValue(), kind);
        told.sort(Comparator.comparing(EvidenceFile::order));
        List<String> lines = new ArrayList<>();
        for (Map<String, Object> fact : told) {
          lines.add("        " + line(fact));
        }
        if (!lines.isEmpty()) {
          kinds.add(",\n      \"" + kind + "\": [\n" + String.join(",\n", lines) + "\n      ]");
        }
      }
      if (!kinds.isEmpty()) {
        String name = line(module.getKey());
        all.add("    {\n      \"name\": " + name + String.join("", kinds) + "\n    }");
      }
    }
    return document(all);
  }

  private static String document(List<String> modules) {
    return "{\n  \"formatVersion\": 1,\n  \"modules\": [\n"
        + String.join(",\n", modules)
        + "\n  ]\n}\n";
  }

  private static String order(Map<String, Object> fact) {
    int first = strings(fact, "in").stream().mapToInt(SOURCES::indexOf).min().orElseThrow();
    return String.format(
        "%s\n%s\n%s\n%02d",
        fact.get("name"),
        fact.get("type"),
        fact.getOrDefault("kind", fact.getOrDefault("by", fact.getOrDefault("values", ""))),
        first);
  }

  /** One value on one line, with a space after each comma and colon. */
  private static String line(Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      return line(
          map, List.of("name", "module", "kind", "type", "by", "values", "default", "since", "in"));
    }
    if (value instanceof List<?> list) {
      List<String> items = new ArrayList<>();
      for (Object item : written(list)) {
        items.add(line(item));
      }
      return "[" + String.join(", ", items) + "]";
    }
    return MAPPER.writeValueAsString(value);
  }

  private static String line(Map<?, ?> map, List<String> order) throws IOException {
    List<String> fields = new ArrayList<>();
    for (String key : order) {
      if (map.containsKey(key)) {
        fields.add("\"" + key + "\": " + line(Objects.requireNonNull(map.get(key))));
      }
    }
    return "{" + String.join(", ", fields) + "}";
  }

  /** Sources as ids and ranges; branches of Prosody in their order. */
  private static List<?> written(List<?> list) {
    return SOURCES.containsAll(list)
        ? SourceRanges.builtIn()
            .write(list.stream().distinct().map(id -> Source.parse((String) id)).toList())
        : list.stream().sorted(Comparator.comparing(EvidenceFile::branch)).toList();
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
