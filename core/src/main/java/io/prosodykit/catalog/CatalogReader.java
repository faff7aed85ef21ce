package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.json.DocumentProblems;
import io.prosodykit.json.JsonDocument;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.text.EnumNames;
import io.prosodykit.text.ModuleName;
import io.prosodykit.text.NearestNames;
import io.prosodykit.text.VisibleText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue format, which the schema in the catalogue data defines. */
final class CatalogReader implements Consumer<JsonInput> {
  private static final List<String> DOCUMENT = List.of("modules", "knowledge");
  private static final List<String> DOCUMENT_REQUIRED = List.of("modules");
  private static final List<String> MODULE =
      List.of("name", "layer", "stability", "purpose", "specifications", "dependencies");
  private static final List<String> REQUIRED = List.of("name", "layer", "stability", "purpose");

  private static final ImmutableMap<String, Layer> LAYERS =
      Maps.uniqueIndex(List.of(Layer.values()), Layer::id);
  private static final ImmutableMap<String, Stability> STABILITIES =
      Maps.uniqueIndex(List.of(Stability.values()), Stability::id);

  private final List<ModuleEntry> entries = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private @Nullable Knowledge knowledge;
  private int position;

  private CatalogReader() {}

  static CatalogReader load(Path file) throws IOException {
    return read(file.toString(), BoundedFile.read(file, ModuleCatalog.MAX_BYTES));
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
  <T> T as(BiFunction<List<ModuleEntry>, Knowledge, T> catalog) {
    return catalog.apply(entries, knowledge == null ? Knowledge.builtIn() : knowledge);
  }

  private static void checkSize(String source, int size) {
    if (size > ModuleCatalog.MAX_BYTES) {
      DocumentProblems problems = new DocumentProblems(source);
      problems.add(
          "", 1, 1, "larger than the limit of " + (ModuleCatalog.MAX_BYTES >> 20) + " MiB");
      problems.check();
    }
  }

  @Override
  public void accept(JsonInput in) {
    JsonDocument.read(
        in,
        ModuleCatalog.FORMAT_VERSION,
        DOCUMENT,
        DOCUMENT_REQUIRED,
        field -> {
          if (field.equals("modules")) {
            in.elements(this::module);
          } else {
            knowledge = KnowledgeReader.read(in);
          }
        });
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
        case "layer" -> layer = constant(in, "layer", LAYERS);
        case "stability" -> stability = constant(in, "stability", STABILITIES);
        case "purpose" -> purpose = checked(in, ModuleEntry::problemWithPurpose);
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
    String name = checked(in, ModuleName::problem);
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
  private static <T> @Nullable T constant(
      JsonInput in, String kind, ImmutableMap<String, T> constants) {
    String id = in.textOrNull();
    if (id == null) {
      return null;
    }
    T constant = constants.get(id);
    if (constant == null) {
      ImmutableList<String> ids = constants.keySet().asList();
      in.problem(EnumNames.unknown(kind, id, ids, NearestNames.of(id, ids)));
    }
    return constant;
  }

  /** Reads a text that may not have a problem. */
  private static @Nullable String checked(
      JsonInput in, Function<String, Optional<String>> problems) {
    String text = in.textOrNull();
    if (text == null) {
      return null;
    }
    Optional<String> problem = problems.apply(text);
    problem.ifPresent(in::problem);
    return problem.isPresent() ? null : text;
  }

  private static Set<String> dependencies(JsonInput in) {
    Set<String> dependencies = new LinkedHashSet<>();
    in.elements(
        element -> {
          String name = checked(element, ModuleName::problem);
          if (name != null) {
            add(dependencies, name, element);
          }
        });
    return dependencies;
  }

  private static Set<SpecRef> specifications(JsonInput in) {
    Set<SpecRef> specifications = new LinkedHashSet<>();
    in.elements(
        element -> {
          SpecRef specification = specification(element);
          if (specification != null) {
            add(specifications, specification, element);
          }
        });
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
