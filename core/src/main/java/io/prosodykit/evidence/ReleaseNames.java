package io.prosodykit.evidence;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Names that modules find in some releases.
 *
 * @param names the sources that have each, as the file writes them, sorted by name
 * @param sources the same sources; many names have the same ones
 * @param releases all releases on record, the oldest first
 */
record ReleaseNames(
    ImmutableMap<String, ImmutableList<String>> names,
    ImmutableMap<ImmutableList<String>, ImmutableList<Source>> sources,
    ImmutableList<Source> releases) {
  private static final List<String> NAME = List.of("name", "in");

  /** Adds a name to a branch. */
  interface Adder {
    Object add(ReleaseBuilder branch, String name, VersionRange versions);
  }

  /** Reads one name, and the sources that have it. */
  static void read(JsonInput in, Map<String, ImmutableList<String>> names) {
    String name = "";
    ImmutableList<String> sources = ImmutableList.of();
    JsonFields fields = in.object(NAME, NAME);
    while (fields.next()) {
      if (fields.field().equals("name")) {
        name = in.text();
      } else {
        sources = in.texts();
      }
    }
    names.put(name, sources);
  }

  static ReleaseNames of(Map<String, ImmutableList<String>> names, Collection<Source> all) {
    SourceRanges ranges = SourceRanges.of(all);
    return new ReleaseNames(
        ImmutableMap.copyOf(names),
        Maps.toMap(ImmutableSet.copyOf(names.values()), ranges::read),
        all.stream()
            .filter(source -> source.kind() == Source.Kind.RELEASE)
            .sorted(Source.OLDEST_FIRST)
            .collect(toImmutableList()));
  }

  /** The names, each with the releases that have it. */
  ImmutableList<Sourced<String>> sourced() {
    return names.entrySet().stream()
        .map(
            name ->
                new Sourced<>(name.getKey(), Objects.requireNonNull(sources.get(name.getValue()))))
        .collect(toImmutableList());
  }

  /** Adds those that a branch has, each with the releases of the branch that have it. */
  void addTo(ReleaseBuilder branch, Adder adder) {
    ImmutableList<Source> ofBranch =
        releases.stream()
            .filter(release -> release.release().equals(branch.version()))
            .collect(toImmutableList());
    VersionRange whole = VersionRange.of(branch.version());
    Map<ImmutableList<String>, Optional<VersionRange>> versions = new HashMap<>();
    sources.forEach(
        (ids, having) ->
            versions.put(
                ids,
                !ofBranch.isEmpty() && having.containsAll(ofBranch)
                    ? Optional.of(whole)
                    : versions(branch.version(), ofBranch, having)));
    names.forEach(
        (name, having) ->
            Objects.requireNonNull(versions.get(having))
                .ifPresent(range -> adder.add(branch, name, range)));
  }

  /**
   * Stretches of releases. One begins with the branch, or with a release on record, and ends before
   * another release on record, or with the branch. Empty if no release has the name.
   */
  private static Optional<VersionRange> versions(
      ProsodyVersion branch, ImmutableList<Source> releases, ImmutableList<Source> having) {
    StringBuilder versions = new StringBuilder();
    boolean inside = false;
    for (Source release : releases) {
      boolean has = having.contains(release);
      if (has && !inside) {
        Object first = release.equals(releases.get(0)) ? branch : release.version();
        versions.append(versions.isEmpty() ? "[" : ",[").append(first);
      } else if (inside && !has) {
        versions.append(',').append(release.version()).append(')');
      }
      inside = has;
    }
    if (inside) {
      versions.append(',').append(branch).append(']');
    }
    return versions.isEmpty()
        ? Optional.empty()
        : Optional.of(VersionRange.parse(versions.toString()));
  }
}
