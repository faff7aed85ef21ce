package io.prosodykit.evidence;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What catalogue files add to what comes with this library.
 *
 * @param version what its makers call it, for example {@code our modules 3}
 * @param asOf the day that it describes
 * @param sources the sources that it adds, or replaces by their ids
 * @param releases the branches that it adds or replaces
 * @param modules the evidence by module
 * @param replaced the modules whose evidence replaces what was known before, instead of adding to
 *     it
 * @since 0.1.0
 */
public record KnowledgeLayer(
    String version,
    LocalDate asOf,
    ImmutableList<Source> sources,
    ImmutableList<Release> releases,
    ImmutableMap<String, Evidence> modules,
    ImmutableSet<String> replaced) {

  /** Adds what this layer knows about a module to what was known. */
  @Nullable Evidence addTo(@Nullable Evidence known, String module) {
    Evidence own = modules.get(module);
    if (own == null) {
      return known;
    }
    return known == null || replaced.contains(module) ? own : known.plus(own);
  }

  /** {@return the ranges over the sources of this layer and of what comes with this library} */
  public SourceRanges ranges() {
    return SourceRanges.of(latest(ReleaseReader.SOURCES, sources, Source::id));
  }

  /** This layer with a later one on top. */
  KnowledgeLayer plus(KnowledgeLayer later) {
    Map<String, Evidence> joined = new LinkedHashMap<>(modules);
    later
        .modules
        .keySet()
        .forEach(module -> joined.compute(module, (name, own) -> later.addTo(own, name)));
    Set<String> replacing = new LinkedHashSet<>(replaced);
    replacing.addAll(later.replaced);
    return new KnowledgeLayer(
        version.equals(later.version) ? version : version + ", " + later.version,
        asOf.isAfter(later.asOf) ? asOf : later.asOf,
        latest(sources, later.sources, Source::id),
        latest(releases, later.releases, Release::version),
        ImmutableMap.copyOf(joined),
        ImmutableSet.copyOf(replacing));
  }

  /** The values of both lists, of which a later one takes the place of one with the same key. */
  static <T, K> ImmutableList<T> latest(List<T> some, List<T> later, Function<T, K> key) {
    Map<K, T> byKey = Maps.newLinkedHashMap();
    Stream.concat(some.stream(), later.stream())
        .forEach(value -> byKey.put(key.apply(value), value));
    return byKey.values().stream().collect(toImmutableList());
  }
}
