package io.prosodykit.knowledge;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import io.prosodykit.evidence.Advisory;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Gone;
import io.prosodykit.evidence.HandledEvent;
import io.prosodykit.evidence.KnowledgeLayer;
import io.prosodykit.evidence.ModuleBehaviour;
import io.prosodykit.evidence.ModuleDependency;
import io.prosodykit.evidence.PointRelease;
import io.prosodykit.evidence.Release;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.SourceRanges;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ServerLayer;
import io.prosodykit.version.VersionRange;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The field {@code knowledge} of a catalogue file, as objects and arrays of JSON. */
public final class KnowledgeFields {
  private final SourceRanges ranges;

  private KnowledgeFields(SourceRanges ranges) {
    this.ranges = ranges;
  }

  public static ImmutableMap<String, Object> of(KnowledgeLayer layer, ServerLayer server) {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("version", layer.version()).put("asOf", layer.asOf().toString());
    fields.put("sources", layer.sources().stream().map(KnowledgeFields::source).toList());
    fields.put("releases", layer.releases().stream().map(KnowledgeFields::release).toList());
    KnowledgeFields facts = new KnowledgeFields(layer.ranges());
    fields.put(
        "modules",
        layer.modules().values().stream()
            .map(evidence -> facts.module(evidence, layer.replaced().contains(evidence.module())))
            .toList());
    if (!server.isEmpty()) {
      fields.put("server", new ServerFields(layer.ranges()).of(server));
    }
    return fields.buildOrThrow();
  }

  private static ImmutableMap<String, Object> source(Source source) {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("id", source.id()).put("kind", source.kind().toString());
    fields.put("release", source.release().toString()).put("date", source.date());
    fields.put("title", source.title());
    if (source.isWhole() && source.kind() != Source.Kind.RELEASE) {
      fields.put("whole", true);
    }
    return fields.buildOrThrow();
  }

  private static ImmutableMap<String, Object> release(Release release) {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("version", release.version().toString()).put("date", release.date());
    release.like().ifPresent(older -> fields.put("like", older.toString()));
    if (!release.gone().isEmpty()) {
      fields.put("gone", gone(release.gone()));
    }
    fields.put("maintained", release.isMaintained());
    if (!release.lua().isEmpty() || release.like().isEmpty()) {
      fields.put("lua", release.lua());
    }
    release.supportedUntil().ifPresent(until -> fields.put("supportedUntil", until));
    if (!release.points().isEmpty()) {
      fields.put("points", Lists.transform(release.points(), KnowledgeFields::point));
    }
    if (!release.advisories().isEmpty()) {
      fields.put("advisories", Lists.transform(release.advisories(), KnowledgeFields::advisory));
    }
    release.libraryPrefix().ifPresent(prefix -> fields.put("libraryPrefix", prefix));
    VersionRange whole = VersionRange.of(release.version());
    names("function", "functions", release.functionVersions(), whole, fields);
    names("library", "libraries", release.libraryVersions(), whole, fields);
    return fields.buildOrThrow();
  }

  private static ImmutableMap<String, Object> gone(Gone gone) {
    ImmutableMap<String, Object> tables =
        ImmutableMap.of(
            "modules", gone.modules().asList(),
            "functions", gone.functions().asList(),
            "libraries", gone.libraries().asList(),
            "members", gone.members().asList(),
            "facts",
                gone.facts().stream()
                    .map(
                        fact ->
                            ImmutableMap.of(
                                "module", fact.module(), "kind", fact.kind(), "name", fact.name()))
                    .toList());
    return ImmutableMap.copyOf(Maps.filterValues(tables, table -> !table.equals(List.of())));
  }

  /** The names that all releases of a branch have, and then the others, each with its versions. */
  private static void names(
      String kind,
      String kinds,
      ImmutableMap<String, VersionRange> names,
      VersionRange whole,
      ImmutableMap.Builder<String, Object> fields) {
    fields.put(kinds, Maps.filterValues(names, whole::equals).keySet());
    Map<String, VersionRange> others =
        Maps.filterValues(names, versions -> !versions.equals(whole));
    if (!others.isEmpty()) {
      fields.put(
          kind + "Versions",
          others.entrySet().stream()
              .map(
                  other ->
                      ImmutableMap.of(
                          "name", other.getKey(), "versions", other.getValue().toString()))
              .toList());
    }
  }

  private static ImmutableMap<String, Object> point(PointRelease point) {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("version", point.version().toString()).put("date", point.date());
    if (point.isBy()) {
      fields.put("by", true);
    }
    return fields.buildOrThrow();
  }

  private static ImmutableMap<String, Object> advisory(Advisory advisory) {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("url", advisory.url());
    if (!advisory.cves().isEmpty()) {
      fields.put("cves", advisory.cves());
    }
    fields.put("affected", advisory.affected().toString());
    return fields.put("fixedIn", advisory.fixedIn().toString()).buildOrThrow();
  }

  private ImmutableMap<String, Object> module(Evidence evidence, boolean replaces) {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("name", evidence.module());
    if (replaces) {
      fields.put("replaces", true);
    }
    fields.put("ships", evidence.shippedSince().stream().map(Object::toString).toList());
    fields.put("community", evidence.community().stream().map(Source::id).toList());
    evidence.stage().ifPresent(stage -> fields.put("stage", stage));
    evidence.folder().ifPresent(folder -> fields.put("folder", folder));
    evidence.absorbed().ifPresent(branch -> fields.put("absorbed", branch.toString()));
    evidence
        .succession()
        .ifPresent(
            successor ->
                fields.put(
                    "succession",
                    ImmutableMap.of(
                        "module", successor.module(), "since", successor.since().toString())));
    evidence.knownAs().ifPresent(name -> fields.put("knownAs", name));
    fields.put(
        "dependencies",
        facts(
            evidence.dependencies(),
            (needed, fact) -> {
              fact.put("name", needed.module());
              if (needed.kind() != ModuleDependency.Kind.REQUIRED) {
                fact.put("kind", needed.kind().toString());
              }
            }));
    fields.put(
        "options",
        facts(
            evidence.options(),
            (option, fact) -> {
              fact.put("name", option.name()).put("type", option.type());
              if (!option.defaultValue().isEmpty()) {
                fact.put("default", option.defaultValue());
              }
            }));
    fields.put("provides", facts(evidence.provides(), KnowledgeFields::named));
    fields.put("specifications", facts(evidence.specifications(), KnowledgeFields::named));
    fields.put("libraries", facts(evidence.libraries(), KnowledgeFields::named));
    ModuleBehaviour behaviour = evidence.behaviour();
    fields.put(
        "events",
        facts(
            behaviour.events(),
            (event, fact) -> {
              fact.put("name", event.name());
              if (!event.by().equals(HandledEvent.HOOK)) {
                fact.put("by", event.by());
              }
            }));
    fields.put("fires", facts(behaviour.fires(), KnowledgeFields::named));
    fields.put("features", facts(behaviour.features(), KnowledgeFields::named));
    fields.put(
        "hints",
        facts(
            behaviour.hints(),
            (hint, fact) -> fact.put("name", hint.key()).put("values", hint.values())));
    fields.put(
        "items",
        facts(
            behaviour.items(),
            (item, fact) -> fact.put("name", item.name()).put("type", item.type())));
    fields.put("scopes", facts(behaviour.scopes(), KnowledgeFields::named));
    return fields.buildOrThrow();
  }

  private static void named(Object fact, ImmutableMap.Builder<String, Object> fields) {
    fields.put("name", fact.toString());
  }

  private <T> ImmutableList<Object> facts(
      List<Sourced<T>> facts, BiConsumer<T, ImmutableMap.Builder<String, Object>> write) {
    return facts.stream()
        .map(
            fact -> {
              ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
              write.accept(fact.value(), fields);
              return fields.put("in", ranges.write(fact.sources())).buildOrThrow();
            })
        .collect(toImmutableList());
  }
}
