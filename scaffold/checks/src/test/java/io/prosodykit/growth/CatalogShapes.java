package io.prosodykit.growth;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.catalog.ModuleEntryBuilder;
import io.prosodykit.catalog.Stability;
import io.prosodykit.compliance.Coverage;
import io.prosodykit.problem.DocumentException;
import io.prosodykit.specification.RfcRef;
import io.prosodykit.specification.XepRef;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Queries of catalogues. */
public final class CatalogShapes implements Supplier<Map<String, IntFunction<Runnable>>> {
  private static final ProsodyVersion VERSION = ProsodyVersion.V13_0;

  private final ImmutableMap.Builder<String, IntFunction<Runnable>> shapes = ImmutableMap.builder();

  /** How the modules of a catalogue depend on each other. */
  private static final ImmutableMap<String, IntFunction<ModuleCatalog>> CATALOGUES =
      ImmutableMap.<String, IntFunction<ModuleCatalog>>builder()
          .put("alone", CatalogShapes::alone)
          .put("a chain", parts -> catalogue(parts, (i, entry) -> need(entry, i + 1, parts)))
          .put("a chain back", parts -> catalogue(parts, (i, entry) -> need(entry, i - 1, parts)))
          .put("a fan", parts -> catalogue(parts, (i, entry) -> fan(entry, i, parts)))
          .put("a star", parts -> catalogue(parts, (i, entry) -> need(entry, 0, parts)))
          .put(
              "cycles",
              parts ->
                  catalogue(
                      parts,
                      (i, entry) -> {
                        need(entry, i + 1, parts);
                        need(entry, 0, parts);
                      }))
          .put(
              "specifications",
              parts ->
                  catalogue(
                      parts,
                      (i, entry) ->
                          entry
                              .addSpecification(XepRef.of(1 + i % 9999))
                              .addSpecification(RfcRef.of(1 + i))))
          .buildOrThrow();

  private static ModuleCatalog alone(int parts) {
    return catalogue(parts, (i, entry) -> {});
  }

  private static ModuleCatalog catalogue(int parts, BiConsumer<Integer, ModuleEntryBuilder> more) {
    return ModuleCatalog.of(
        Lists.transform(
            IntStream.range(0, parts).boxed().toList(),
            i -> {
              ModuleEntryBuilder entry =
                  ModuleEntry.builder("m" + i, Layer.SERVICES, Stability.STABLE, "module " + i);
              more.accept(i, entry);
              return entry.build();
            }));
  }

  private static void need(ModuleEntryBuilder entry, int other, int parts) {
    if (other >= 0 && other < parts) {
      entry.addDependency("m" + other);
    }
  }

  private static void fan(ModuleEntryBuilder entry, int i, int parts) {
    for (int other = 1; i == 0 && other < parts; other++) {
      entry.addDependency("m" + other);
    }
  }

  private void add(String name, IntFunction<ModuleCatalog> made, Consumer<ModuleCatalog> asked) {
    shapes.put(
        "catalogue: " + name,
        parts -> {
          ModuleCatalog catalog = made.apply(parts);
          return () -> asked.accept(catalog);
        });
  }

  @Override
  public Map<String, IntFunction<Runnable>> get() {
    CATALOGUES.forEach(
        (kind, made) -> {
          add("coverage, " + kind, made, c -> Coverage.of(c, VERSION, names(c)).toJson());
          add("requirements, " + kind, made, c -> c.requirements("m0"));
          add("requirements on, " + kind, made, c -> c.requirements("m0", VERSION));
          add("writing and reading, " + kind, made, c -> ModuleCatalog.parse(c.toJson()));
          add("query, " + kind, made, CatalogShapes::query);
          add("compatibility, " + kind, made, CatalogShapes::evaluate);
        });
    add(
        "nearest names",
        CatalogShapes::alone,
        c -> c.compatibility("m_1", VersionRange.parse("[0.9,)")));
    add(
        "overlay",
        CatalogShapes::alone,
        c -> c.overlaidWith(ModuleCatalog.complete()).overlaidWith(c));
    shapes.put(
        "catalogue: making",
        parts ->
            () -> {
              var unused = alone(parts);
            });
    for (String part :
        ImmutableList.of(
            "{\"name\": \"m#\", \"layer\": \"03-core\"},",
            "{\"name\": \"M#\", \"layer\": \"x\", \"stability\": \"y\", \"purpose\": \"\"},",
            "#,",
            "{\"name\": \"same\", \"specifications\": [\"XEP-#\", \"x#\"]},",
            "{\"m#\": 1, \"m#\": 2},")) {
      shapes.put(
          "catalogue: problems, " + part,
          parts -> {
            String text =
                Sources.repeat("{\"formatVersion\": 1, \"modules\": [", parts, part, "0]}");
            return () -> refuse(text);
          });
    }
    for (String part : ImmutableList.of("[", "{\"a\":", "x", "\"", "\\u0000", "\n", "-", "1")) {
      shapes.put(
          "catalogue: text of " + part,
          parts -> {
            String text = part.repeat(parts);
            return () -> refuse(text);
          });
    }
    return shapes.buildOrThrow();
  }

  private static Iterable<String> names(ModuleCatalog catalog) {
    return Lists.transform(catalog.modules(), ModuleEntry::name);
  }

  private static void query(ModuleCatalog catalog) {
    catalog.query().layer(Layer.SERVICES).text("MODULE").compatibleWith(VERSION).modules();
    catalog.query().implementing(XepRef.of(1)).modules();
  }

  private static void evaluate(ModuleCatalog catalog) {
    for (ModuleEntry entry : catalog.modules()) {
      catalog.compatibility(entry.name(), VERSION);
    }
  }

  private static void refuse(String text) {
    try {
      ModuleCatalog.parse(text);
      throw new IllegalStateException("this is no catalogue");
    } catch (DocumentException e) {
      var unused = e.getMessage();
    }
  }
}
