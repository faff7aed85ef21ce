package io.prosodykit.catalog;

import io.prosodykit.evidence.Knowledge;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.json.DocumentProblems;
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
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue format, which the schema in the catalogue data defines. */
final class CatalogReader implements Consumer<JsonInput> {
  private static final List<String> DOCUMENT = List.of("formatVersion", "modules", "knowledge");
  private static final List<String> DOCUMENT_REQUIRED = List.of("formatVersion", "modules");
  private static final List<String> MODULE =
      List.of("name", "layer", "stability", "purpose", "specifications", "dependencies");
  private static final List<String> REQUIRED = List.of("name", "layer", "stability", "purpose");

  private final List<ModuleEntry> entries = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private @Nullable Knowledge knowledge;
  private int position;

  private CatalogReader() {}

  static ModuleCatalog load(Path file) throws IOException {
    return read(file.toString(), BoundedFile.read(file, ModuleCatalog.MAX_BYTES));
  }

  static ModuleCatalog read(String source, byte[] bytes) {
    checkSize(source, bytes.length);
    CatalogReader reader = new CatalogReader();
    JsonInput.read(source, bytes, reader);
    return reader.catalog();
  }

  static ModuleCatalog read(String source, String text) {
    checkSize(source, text.length());
    CatalogReader reader = new CatalogReader();
    JsonInput.read(source, text, reader);
    return reader.catalog();
  }

  private ModuleCatalog catalog() {
    return ModuleCatalog.of(entries, knowledge == null ? Knowledge.builtIn() : knowledge);
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
    JsonFields document = in.object(DOCUMENT, DOCUMENT_REQUIRED);
    while (document.next()) {
      switch (document.field()) {
        case "modules" -> modules(in);
        case "knowledge" -> knowledge = KnowledgeReader.read(in);
        default -> formatVersion(in);
      }
    }
  }

  private static void formatVersion(JsonInput in) {
    Integer version = in.integerOrNull();
    if (version != null && version != ModuleCatalog.FORMAT_VERSION) {
      in.problem(
          "the format version is not "
              + ModuleCatalog.FORMAT_VERSION
              + ", the one that this release of prosodykit reads");
    }
  }

  private void modules(JsonInput in) {
    if (in.array()) {
      for (position = 0; in.nextElement(); position++) {
        module(in);
      }
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
        case "layer" -> layer = layer(in);
        case "stability" -> stability = stability(in);
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
  }

  private @Nullable String name(JsonInput in) {
    String name = in.textOrNull();
    if (name == null) {
      return null;
    }
    String problem = ModuleName.problem(name).orElse(null);
    if (problem != null) {
      in.problem(problem);
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

  private static @Nullable Layer layer(JsonInput in) {
    String id = in.textOrNull();
    if (id == null) {
      return null;
    }
    for (Layer layer : Layer.values()) {
      if (layer.id().equals(id)) {
        return layer;
      }
    }
    in.problem(EnumNames.unknown("layer", id, Layer.ids(), NearestNames.of(id, Layer.ids())));
    return null;
  }

  private static @Nullable Stability stability(JsonInput in) {
    String id = in.textOrNull();
    if (id == null) {
      return null;
    }
    for (Stability stability : Stability.values()) {
      if (stability.id().equals(id)) {
        return stability;
      }
    }
    in.problem(
        EnumNames.unknown("stability", id, Stability.ids(), NearestNames.of(id, Stability.ids())));
    return null;
  }

  private static @Nullable String purpose(JsonInput in) {
    String purpose = in.textOrNull();
    if (purpose == null) {
      return null;
    }
    String problem = ModuleEntry.problemWithPurpose(purpose).orElse(null);
    if (problem != null) {
      in.problem(problem);
      return null;
    }
    return purpose;
  }

  private static Set<String> dependencies(JsonInput in) {
    Set<String> dependencies = new LinkedHashSet<>();
    if (in.array()) {
      while (in.nextElement()) {
        String name = in.textOrNull();
        if (name == null) {
          continue;
        }
        String problem = ModuleName.problem(name).orElse(null);
        if (problem != null) {
          in.problem(problem);
        } else if (!dependencies.add(name)) {
          in.problem("\"" + name + "\" appears twice; keep one");
        }
      }
    }
    return dependencies;
  }

  private static Set<SpecRef> specifications(JsonInput in) {
    Set<SpecRef> specifications = new LinkedHashSet<>();
    if (in.array()) {
      while (in.nextElement()) {
        SpecRef specification = specification(in);
        if (specification != null && !specifications.add(specification)) {
          in.problem("\"" + specification + "\" appears twice; keep one");
        }
      }
    }
    return specifications;
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
