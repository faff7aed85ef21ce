package io.prosodykit.evidence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.prosodykit.version.ProsodyVersion;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact, and every source that says so. In JSON it is an object of {@code value} and {@code
 * sources}, an array of {@linkplain SourceRanges ids and ranges}.
 *
 * @param <T> what the fact is
 * @since 0.1.0
 */
public final class Sourced<T> {
  private final T value;
  private final ImmutableList<Source> sources;

  /**
   * Makes a fact.
   *
   * @param value the fact
   * @param sources at least one, in the order of {@link Knowledge#sources()}
   */
  public Sourced(T value, ImmutableList<Source> sources) {
    this.value = value;
    this.sources = sources;
  }

  @JsonCreator
  static <T> Sourced<T> of(
      @JsonProperty(value = "value", required = true) T value,
      @JsonProperty(value = "sources", required = true) List<String> sources) {
    return new Sourced<>(value, SourceRanges.builtIn().read(sources));
  }

  /** {@return the fact} */
  @JsonProperty
  public T value() {
    return value;
  }

  /**
   * {@return the same fact, which further sources say, too}
   *
   * @param others the sources, in any order
   */
  public Sourced<T> alsoIn(Collection<Source> others) {
    return new Sourced<>(value, Source.joined(sources, others));
  }

  /** {@return the sources, in the order of {@link Knowledge#sources()}} */
  public ImmutableList<Source> sources() {
    return sources;
  }

  /** {@return the sources as JSON has them, for example {@code 0.12.0..13.0.7}} */
  @JsonProperty("sources")
  public ImmutableList<String> ranges() {
    return SourceRanges.builtIn().write(sources);
  }

  /** {@return the oldest source that says so} */
  public Source first() {
    return sources.get(0);
  }

  /** {@return the newest source that says so} */
  public Source last() {
    return sources.get(sources.size() - 1);
  }

  /**
   * Tells whether the fact holds for a version. For a branch, it does if any source of that branch
   * says so. For a release, it does if the source of this release says so. If the release is not on
   * record, the nearest one of its branch stands for it: the newest before it, else the oldest
   * after it. So it does for what a release does not say that is {@linkplain Source#isWhole on
   * record in part}. Snapshots of modules, and what a branch has in common with {@linkplain
   * Release#like another}, count for each release of their branch.
   *
   * <p>Facts about modules are on record for each release, as are functions of the module API and
   * libraries. Most others of {@code ServerFacts} name one release of each branch, so ask for the
   * branch.
   *
   * @param version a release, a branch, or trunk, which counts as the newest branch
   * @return whether it holds, by the releases that come with this library
   * @see Knowledge#holds
   */
  public boolean holdsOn(ProsodyVersion version) {
    return holdsOn(version, Timeline.builtIn());
  }

  boolean holdsOn(ProsodyVersion version, Timeline known) {
    ProsodyVersion branch = known.branchOf(version);
    Source release = version.isBranch() ? null : known.nearestRelease(version);
    if (release != null && !release.isWhole() && !sources.contains(release)) {
      release = known.nearestWholeRelease(version);
    }
    for (Source source : sources) {
      if (source.release().equals(branch)
          && (release == null || source.version().isBranch() || source.equals(release))) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@return the releases of Prosody in which the fact holds, as stretches of those on record, the
   * oldest first; none if only snapshots of modules say so}
   *
   * @see Knowledge#spans
   */
  public ImmutableList<Span> spans() {
    return spans(Timeline.builtIn());
  }

  ImmutableList<Span> spans(Timeline known) {
    // what a release in part lacks may be there
    ImmutableSortedSet<ProsodyVersion> recorded =
        Stream.concat(known.sources().stream().filter(Source::isWhole), sources.stream())
            .filter(source -> source.kind() == Source.Kind.RELEASE)
            .map(Source::version)
            .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    ImmutableSet<ProsodyVersion> said =
        sources.stream()
            .filter(source -> source.kind() == Source.Kind.RELEASE)
            .map(Source::version)
            .collect(toImmutableSet());
    return ImmutableList.copyOf(
        Span.of(
            recorded.stream()
                .filter(version -> said.contains(version) || said.contains(version.branch()))
                .collect(toImmutableList()),
            recorded.stream()
                .filter(version -> !version.isBranch() || isAlone(version, recorded))
                .collect(toImmutableList())));
  }

  /** Whether none of its releases is on record beside a branch. */
  private static boolean isAlone(ProsodyVersion branch, ImmutableSortedSet<ProsodyVersion> all) {
    ProsodyVersion next = all.higher(branch);
    return next == null || !next.branch().equals(branch);
  }

  /** {@return whether the fact holds for every branch on record, so that no branch differs} */
  @JsonIgnore
  public boolean isOnAllBranches() {
    return ProsodyVersion.BRANCHES.stream().allMatch(this::holdsOn);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sourced<?> that
        && value.equals(that.value)
        && sources.equals(that.sources);
  }

  @Override
  public int hashCode() {
    return 31 * value.hashCode() + sources.hashCode();
  }

  /** Prints the fact and its sources, for people. */
  @Override
  public String toString() {
    return value + " " + ranges();
  }
}
