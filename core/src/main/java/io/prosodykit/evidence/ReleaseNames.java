package io.prosodykit.evidence;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Names that modules find in some releases.
 *
 * @param byName the releases that have each, sorted by name
 * @param releases all releases on record, the oldest first
 */
record ReleaseNames(
    ImmutableMap<String, ImmutableList<Source>> byName, ImmutableList<Source> releases) {
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

  static ReleaseNames of(Map<String, ImmutableList<String>> names, Collection<Source> sources) {
    SourceRanges ranges = SourceRanges.of(sources);
    return new ReleaseNames(
        ImmutableMap.copyOf(Maps.transformValues(names, ranges::read)),
        sources.stream()
            .filter(source -> source.kind() == Source.Kind.RELEASE)
            .sorted(Source.OLDEST_FIRST)
            .collect(toImmutableList()));
  }

  /** The names, each with the releases that have it. */
  ImmutableList<Sourced<String>> sourced() {
    return byName.entrySet().stream()
        .map(name -> new Sourced<>(name.getKey(), name.getValue()))
        .collect(toImmutableList());
  }

  /** Adds those that a branch has, each with the releases of the branch that have it. */
  void addTo(ReleaseBuilder branch, Adder adder) {
    ImmutableList<Source> ofBranch =
        releases.stream()
            .filter(release -> release.release().equals(branch.version()))
            .collect(toImmutableList());
    byName.forEach(
        (name, having) -> {
          String versions = versions(branch.version(), ofBranch, having);
          if (!versions.isEmpty()) {
            adder.add(branch, name, VersionRange.parse(versions));
          }
        });
  }

  /**
   * Stretches of releases. One begins with the branch, or with a release on record, and ends before
   * another release on record, or with the branch.
   */
  private static String versions(
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
    return inside
        ? versions.append(',').append(branch).append(']').toString()
        : versions.toString();
  }
}
