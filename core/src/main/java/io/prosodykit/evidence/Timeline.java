package io.prosodykit.evidence;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.prosodykit.text.Joined;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The branches of Prosody and the sources of facts, in order.
 *
 * @param sources in the order of {@link Knowledge#sources()}
 * @param byId the same by their ids
 * @param releases the oldest branch first
 * @param branches their versions
 * @param whole the branches of whose time there is a whole snapshot of the community's modules
 * @param likenesses the branches that are like older ones, the oldest first
 */
record Timeline(
    ImmutableList<Source> sources,
    ImmutableMap<String, Source> byId,
    ImmutableList<Release> releases,
    ImmutableList<ProsodyVersion> branches,
    ImmutableSet<ProsodyVersion> whole,
    ImmutableList<Likeness> likenesses) {

  private static final class BuiltIn {
    static final Timeline TIMELINE = of(ReleaseReader.SOURCES, ReleaseReader.RELEASES, "");
  }

  /** What comes with this library. */
  static Timeline builtIn() {
    return BuiltIn.TIMELINE;
  }

  /**
   * Puts branches and sources in order.
   *
   * @param saidBy what the makers of these call them
   */
  static Timeline of(Collection<Source> sources, Collection<Release> releases, String saidBy) {
    Map<ProsodyVersion, Release> byVersion = new TreeMap<>();
    releases.forEach(release -> byVersion.put(release.version(), release));
    Map<String, Source> byId = new LinkedHashMap<>();
    sources.forEach(source -> byId.put(source.id(), source));
    ImmutableList.Builder<Likeness> likenesses = ImmutableList.builder();
    for (Release release : ImmutableList.copyOf(byVersion.values())) {
      release
          .like()
          .map(byVersion::get)
          .ifPresent(
              older -> {
                byVersion.put(release.version(), release.likeOlder(latest(older, byId.values())));
                Likeness likeness = Likeness.of(release, byId.values(), saidBy);
                likenesses.add(likeness);
                likeness.copies().values().forEach(copy -> byId.putIfAbsent(copy.id(), copy));
              });
    }
    ImmutableList<Source> inOrder = ImmutableList.sortedCopyOf(Source.OLDEST_FIRST, byId.values());
    return new Timeline(
        inOrder,
        Maps.uniqueIndex(inOrder, Source::id),
        ImmutableList.copyOf(byVersion.values()),
        ImmutableList.copyOf(byVersion.keySet()),
        inOrder.stream()
            .filter(source -> source.kind() == Source.Kind.COMMUNITY && source.isWhole())
            .map(Source::release)
            .collect(toImmutableSet()),
        likenesses.build());
  }

  /** A branch as its newest release is. */
  private static Release latest(Release branch, Collection<Source> sources) {
    return sources.stream()
        .filter(source -> source.kind() == Source.Kind.RELEASE)
        .filter(source -> source.release().equals(branch.version()))
        .map(Source::version)
        .max(Comparator.naturalOrder())
        .map(newest -> branch.at(VersionRange.of(newest)))
        .orElse(branch);
  }

  /** The versions since which branches ship a module, with branches that are like them. */
  ImmutableList<ProsodyVersion> ships(String module, ImmutableList<ProsodyVersion> ships) {
    ImmutableList<ProsodyVersion> all = ships;
    for (Likeness likeness : likenesses) {
      all = likeness.ships(module, all);
    }
    return all;
  }

  /** The snapshots that have a module, with those of branches that are like others. */
  ImmutableList<Source> community(
      String module, ImmutableList<ProsodyVersion> ships, ImmutableList<Source> community) {
    ImmutableList<Source> all = community;
    for (Likeness likeness : likenesses) {
      all = likeness.community(module, ships, all);
    }
    return all;
  }

  /** The newest branch. */
  ProsodyVersion newest() {
    return branches.get(branches.size() - 1);
  }

  /** The branch of a version, on record or not; for trunk, the newest. */
  ProsodyVersion branchOf(ProsodyVersion version) {
    return version.equals(ProsodyVersion.TRUNK) ? newest() : version.branch();
  }

  /**
   * The source that stands for a release: its own, else the newest before it in its branch, else
   * the oldest after it, else one that speaks for the branch; null if there is none of the branch.
   */
  @Nullable Source nearestRelease(ProsodyVersion version) {
    return nearest(version, source -> true);
  }

  /** The same among the releases of which all kinds of facts are on record. */
  @Nullable Source nearestWholeRelease(ProsodyVersion version) {
    return nearest(version, Source::isWhole);
  }

  private @Nullable Source nearest(ProsodyVersion version, Predicate<Source> isMeant) {
    Source nearest = null;
    for (Source source : sources) {
      if (source.kind() == Source.Kind.RELEASE
          && source.release().equals(version.branch())
          && isMeant.test(source)
          && (nearest == null
              || nearest.version().isBranch()
              || source.version().compareTo(version) <= 0)) {
        nearest = source;
      }
    }
    return nearest;
  }

  /** Whether the branch of a version is on record. */
  boolean isRecorded(ProsodyVersion version) {
    return branches.contains(branchOf(version));
  }

  /** Whether what the community lacked at the time of a branch was not available. */
  boolean isWhole(ProsodyVersion branch) {
    return whole.contains(branch);
  }

  /** Those of some branches that a range stands for; each part of it must reach into one. */
  static ImmutableList<ProsodyVersion> targets(
      VersionRange versions, ImmutableList<ProsodyVersion> branches) {
    for (VersionRange part : versions.parts()) {
      if (part.branches(branches).isEmpty()) {
        throw new IllegalArgumentException(
            (part.equals(VersionRange.of(ProsodyVersion.TRUNK))
                    ? "nothing is recorded about trunk, which changes every day"
                    : "nothing is known about Prosody " + part)
                + ": choose from "
                + Joined.commas(branches));
      }
    }
    return versions.branches(branches);
  }

  /**
   * Where a module is for a version, by the snapshots that have it and the versions that began to
   * ship it.
   */
  Presence presence(
      ImmutableList<ProsodyVersion> ships,
      ImmutableList<Source> community,
      ProsodyVersion version) {
    if (!isRecorded(version)) {
      return Presence.UNRECORDED;
    }
    ProsodyVersion branch = branchOf(version);
    for (ProsodyVersion first : ships) {
      if (first.branch().equals(branch) && (version.isBranch() || version.compareTo(first) >= 0)) {
        return Presence.SHIPPED;
      }
    }
    for (Source snapshot : community) {
      if (snapshot.release().equals(branch)) {
        return snapshot.kind() == Source.Kind.LOCAL ? Presence.LOCAL : Presence.COMMUNITY;
      }
    }
    return isWhole(branch) || community.isEmpty() ? Presence.ABSENT : Presence.UNRECORDED;
  }
}
