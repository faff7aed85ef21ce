package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.text.ModuleName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The modules of a catalogue by name, and what is known about them. */
final class CatalogContent {
  private final ImmutableMap<String, ModuleEntry> entries;
  private final ServerFacts server;

  /** Null until it is first asked for; making it twice gives the same. */
  private volatile @Nullable FactIndex index;

  private CatalogContent(Map<String, ModuleEntry> entries, ServerFacts server) {
    this.entries = ImmutableMap.copyOf(entries);
    this.server = server;
  }

  /** Refuses two entries of the same name. */
  static CatalogContent of(Iterable<ModuleEntry> entries, ServerFacts server) {
    Map<String, ModuleEntry> byName = new LinkedHashMap<>();
    for (ModuleEntry entry : entries) {
      if (byName.put(entry.name(), entry.in(server)) != null) {
        throw new IllegalArgumentException("the module \"" + entry.name() + "\" appears twice");
      }
    }
    return new CatalogContent(byName, server);
  }

  /** The entries by name, in the order of the source. */
  ImmutableMap<String, ModuleEntry> entries() {
    return entries;
  }

  ImmutableList<ModuleEntry> modules() {
    return entries.values().asList();
  }

  ServerFacts server() {
    return server;
  }

  Optional<ModuleEntry> find(String name) {
    return Optional.ofNullable(entries.get(ModuleName.withoutPrefix(name)));
  }

  Suggestion suggestion(String name) {
    return Suggestion.of(name, entries.keySet(), server.knowledge());
  }

  FactIndex index() {
    FactIndex known = index;
    if (known == null) {
      known = new FactIndex(modules());
      index = known;
    }
    return known;
  }

  /** This content, in which that of another catalogue replaces what has the same name. */
  CatalogContent overlaidWith(CatalogContent overlay) {
    Map<String, ModuleEntry> merged = new LinkedHashMap<>(entries);
    merged.putAll(overlay.entries);
    return of(merged.values(), server.overlaidWith(overlay.server));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CatalogContent that
        && modules().equals(that.modules())
        && server.equals(that.server);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }
}
