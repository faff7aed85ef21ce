package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.ModuleBehaviour;
import io.prosodykit.evidence.ModuleTransition;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ConfigurationRules;
import io.prosodykit.facts.Rock;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.json.JsonOutput;
import java.io.IOException;
import java.util.List;

/**
 * Everything that is known about one module, for programs.
 *
 * @since 0.1.0
 */
public final class ModuleDescription {
  private ModuleDescription() {}

  /**
   * Writes everything that is known about a module as one JSON document: the fields of the
   * catalogue format, and {@code enabledByDefault}, {@code layerBecause}, {@code ships}, {@code
   * community}, {@code evidence} with every fact and its sources, {@code requiredOptions}, {@code
   * conflicts}, {@code documentation} and {@code compatibility} with every known branch and trunk.
   *
   * @param entry the module
   * @return the document, which ends in a newline
   */
  public static String toJson(ModuleEntry entry) {
    return JsonOutput.document(out -> write(entry, out));
  }

  private static void write(ModuleEntry entry, JsonOutput out) throws IOException {
    CatalogWriter.entry(entry, out);
    out.field("enabledByDefault", entry.stability().enabledByDefault());
    out.field("layerBecause", LayerAssignment.of(entry).because());
    out.texts("ships", entry.evidence().map(Evidence::ships).orElse(ImmutableList.of()));
    out.array(
        "community",
        snapshots -> {
          for (Source snapshot :
              entry.evidence().map(Evidence::community).orElse(ImmutableList.of())) {
            snapshots.object(fields -> source(snapshot, fields));
          }
        });
    Evidence evidence = entry.evidence().orElse(null);
    if (evidence != null) {
      out.objectField("evidence", fields -> evidence(evidence, entry.server(), fields));
    }
    rules(entry, out);
    out.texts("documentation", entry.documentation());
    CompatibilityWriter.write(Compatibility.onEveryBranch(entry), out);
  }

  private static void rules(ModuleEntry entry, JsonOutput out) throws IOException {
    String module = entry.name();
    ConfigurationRules rules = entry.server().rules();
    facts(
        "requiredOptions",
        rules.requiredOptions(module),
        out,
        (needed, fields) -> {
          fields.texts("options", needed.options());
          if (needed.otherModule().isPresent()) {
            fields.field("otherModule", needed.otherModule().get());
          }
        });
    facts(
        "conflicts",
        rules.conflicts(module),
        out,
        (pair, fields) -> {
          fields.field("with", pair.with(module));
          fields.field("disable", pair.module());
          fields.field("reason", pair.reason());
          fields.field("by", pair.by());
        });
  }

  private static void source(Source source, JsonOutput out) throws IOException {
    out.field("date", source.date());
    out.field("release", source.release());
    out.field("source", source.title());
  }

  private static void evidence(Evidence evidence, ServerFacts server, JsonOutput out)
      throws IOException {
    if (evidence.stage().isPresent()) {
      out.field("stage", evidence.stage().get());
    }
    if (evidence.folder().isPresent()) {
      out.field("folder", evidence.folder().get());
    }
    if (evidence.knownAs().isPresent()) {
      out.field("knownAs", evidence.knownAs().get());
    }
    out.array(
        "changes",
        changes -> {
          for (ModuleTransition change : evidence.changes()) {
            changes.object(
                fields -> {
                  fields.field("kind", change.kind());
                  fields.field("since", change.since());
                  fields.field("advice", change.advice());
                });
          }
        });
    facts(
        "dependencies",
        evidence.dependencies(),
        out,
        (needed, fields) -> {
          fields.field("module", needed.module());
          fields.field("kind", needed.kind());
        });
    facts(
        "options",
        evidence.options(),
        out,
        (option, fields) -> {
          fields.field("name", option.name());
          fields.field("type", option.type());
          fields.field("default", option.defaultValue());
        });
    facts("provides", evidence.provides(), out, (item, fields) -> fields.field("item", item));
    facts(
        "specifications",
        evidence.specifications(),
        out,
        (specification, fields) -> fields.field("specification", specification));
    facts("libraries", evidence.libraries(), out, (name, fields) -> fields.field("library", name));
    rocks(server.rocks().neededBy(evidence), out);
    ModuleBehaviour behaviour = evidence.behaviour();
    facts(
        "events",
        behaviour.events(),
        out,
        (event, fields) -> {
          fields.field("event", event.name());
          fields.field("by", event.by());
        });
    facts("fires", behaviour.fires(), out, (event, fields) -> fields.field("event", event));
    facts(
        "features",
        behaviour.features(),
        out,
        (feature, fields) -> fields.field("feature", feature));
    facts(
        "hints",
        behaviour.hints(),
        out,
        (hint, fields) -> {
          fields.field("key", hint.key());
          fields.texts("values", hint.values());
        });
    facts(
        "items",
        behaviour.items(),
        out,
        (item, fields) -> {
          fields.field("name", item.name());
          fields.field("type", item.type());
        });
    facts("scopes", behaviour.scopes(), out, (scope, fields) -> fields.field("scope", scope));
  }

  /** What to install for its libraries. */
  private static void rocks(List<Rock> rocks, JsonOutput out) throws IOException {
    out.array(
        "rocks",
        elements -> {
          for (Rock rock : rocks) {
            elements.object(
                fields -> {
                  fields.field("library", rock.library());
                  fields.field("rock", rock.rock());
                  fields.texts("debian", rock.debian());
                  fields.texts("optionalFor", rock.optionalFor());
                  fields.field("comesWith", rock.comesWith());
                });
          }
        });
  }

  private interface Fact<T> {
    void write(T value, JsonOutput fields) throws IOException;
  }

  /** An array of objects, each with a fact and the ids of its sources. */
  private static <T> void facts(
      String name, ImmutableList<Sourced<T>> facts, JsonOutput out, Fact<T> fact)
      throws IOException {
    out.array(
        name,
        elements -> {
          for (Sourced<T> element : facts) {
            elements.object(
                fields -> {
                  fact.write(element.value(), fields);
                  fields.texts("sources", element.ranges());
                });
          }
        });
  }
}
