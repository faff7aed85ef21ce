package io.prosodykit.catalog;

import io.prosodykit.facts.ServerFacts;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.json.DocumentProblems;
import io.prosodykit.json.JsonDocument;
import io.prosodykit.json.JsonElements;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import io.prosodykit.knowledge.KnowledgeReader;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.text.EnumNames;
import io.prosodykit.text.ModuleName;
import io.prosodykit.text.NearestNames;
import io.prosodykit.text.VisibleText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue format, which the schema in the catalogue data defines. */
final class CatalogReader implements Consumer<JsonInput> {
  /** The version of the format that this release reads and writes. */
  static final int FORMAT_VERSION = 1;

  /** A larger file is refused before it is read. */
  static final int MAX_BYTES = 64 * 1024 * 1024;

  private static final List<String> DOCUMENT = List.of("modules", "knowledge");
  private static final List<String> DOCUMENT_REQUIRED = List.of("modules");
  private static final List<String> MODULE =
      List.of("name", "layer", "stability", "purpose", "specifications", "dependencies");
  private static final List<String> REQUIRED = List.of("name", "layer", "stability", "purpose");

  private final List<ModuleEntry> entries = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private @Nullable ServerFacts server;
  private int position;

  private CatalogReader() {}

  static CatalogReader load(Path file) throws IOException {
    return read(file.toString(), BoundedFile.read(file, MAX_BYTES));
  }

  static CatalogReader read(String source, byte[] bytes) {
    checkSize(source, bytes.length);
    CatalogReader reader = new CatalogReader();
    JsonInput.read(source, bytes, reader);
    return reader;
  }

  static CatalogReader read(String source, String text) {
    checkSize(source, text.length());
    CatalogReader reader = new CatalogReader();
    JsonInput.read(source, text, reader);
    return reader;
  }

  /** The modules of the file, in its order. */
  List<ModuleEntry> entries() {
    return entries;
  }

  /** What is made of the modules of the file, and of what it knows besides. */
  <T> T as(BiFunction<List<ModuleEntry>, ServerFacts, T> catalog) {
    return catalog.apply(entries, server == null ? ServerFacts.reference() : server);
  }

  private static void checkSize(String source, int size) {
    if (size > MAX_BYTES) {
      DocumentProblems problems = new DocumentProblems(source);
      problems.add("", 1, 1, "larger than the limit of " + (MAX_BYTES >> 20) + " MiB");
      problems.check();
    }
  }

  @Override
  public void accept(JsonInput in) {
    JsonDocument document = new JsonDocument(in, FORMAT_VERSION, DOCUMENT, DOCUMENT_REQUIRED);
    while (document.next()) {
      if (document.field().equals("modules")) {
        modules(in);
      } else {
        server = KnowledgeReader.read(in);
      }
    }
  }

  private void modules(JsonInput in) {
    JsonElements modules = in.elements();
    while (modules.next()) {
      module(in);
    }
  }

  private void module(JsonInput in) {
    String name = null;
    Layer layer = null;
    Stability stability = null;
    String purpose = null;
    Set<SpecRef> specifications = Set.of();
    Set<String> dependencies = Set.of();
    JsonFields fields = in.object(MODULE, REQUIRED);
    while (fields.next()) {
      switch (fields.field()) {
        case "name" -> name = name(in);
        case "layer" -> layer = constant(in, "layer", Layer.values());
        case "stability" -> stability = constant(in, "stability", Stability.values());
        case "purpose" -> purpose = purpose(in);
        case "specifications" -> specifications = specifications(in);
        default -> dependencies = dependencies(in);
      }
    }
    if (name != null && layer != null && stability != null && purpose != null) {
      ModuleEntryBuilder entry = ModuleEntry.builder(name, layer, stability, purpose);
      for (SpecRef specification : specifications) {
        entry.addSpecification(specification);
      }
      for (String dependency : dependencies) {
        entry.addDependency(dependency);
      }
      entries.add(entry.build());
    }
    position++;
  }

  private @Nullable String name(JsonInput in) {
    String name = moduleName(in);
    if (name == null) {
      return null;
    }
    Integer first = positions.putIfAbsent(name, position);
    if (first != null) {
      in.problem(
          "the module \""
              + name
              + "\" is already defined at /modules/"
              + first
              + "; keep one of them");
      return null;
    }
    return name;
  }

  /** Reads the id of a constant. */
  private static <T> @Nullable T constant(JsonInput in, String kind, T[] constants) {
    String id = in.textOrNull();
    if (id == null) {
      return null;
    }
    for (T constant : constants) {
      if (constant.toString().equals(id)) {
        return constant;
      }
    }
    List<String> ids = Arrays.stream(constants).map(Object::toString).toList();
    in.problem(EnumNames.unknown(kind, id, ids, NearestNames.of(id, ids)));
    return null;
  }

  private static @Nullable String moduleName(JsonInput in) {
    String text = in.textOrNull();
    return text == null ? null : checked(in, text, ModuleName.problem(text));
  }

  private static @Nullable String purpose(JsonInput in) {
    String text = in.textOrNull();
    return text == null ? null : checked(in, text, ModuleEntry.problemWithPurpose(text));
  }

  private static @Nullable String checked(JsonInput in, String text, Optional<String> problem) {
    if (problem.isEmpty()) {
      return text;
    }
    in.problem(problem.orElseThrow());
    return null;
  }

  private static Set<String> dependencies(JsonInput in) {
    Set<String> dependencies = new LinkedHashSet<>();
    JsonElements elements = in.elements();
    while (elements.next()) {
      String name = moduleName(in);
      if (name != null) {
        add(dependencies, name, in);
      }
    }
    return dependencies;
  }

  private static Set<SpecRef> specifications(JsonInput in) {
    Set<SpecRef> specifications = new LinkedHashSet<>();
    JsonElements elements = in.elements();
    while (elements.next()) {
      SpecRef specification = specification(in);
      if (specification != null) {
        add(specifications, specification, in);
      }
    }
    return specifications;
  }

  private static <T> void add(Set<T> values, T value, JsonInput in) {
    if (!values.add(value)) {
      in.problem("\"" + value + "\" appears twice; keep one");
    }
  }

  private static @Nullable SpecRef specification(JsonInput in) {
    String text = in.textOrNull();
    if (text == null) {
      return null;
    }
    try {
      SpecRef specification = SpecRef.parse(text);
      if (!specification.toString().equals(text)) {
        in.problem(
            "write \"" + specification + "\" instead of \"" + VisibleText.brief(text) + "\"");
      }
      return specification;
    } catch (IllegalArgumentException e) {
      in.problem(String.valueOf(e.getMessage()));
      return null;
    }
  }
}
