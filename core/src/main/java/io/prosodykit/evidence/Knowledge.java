package io.prosodykit.evidence;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.prosodykit.text.Joined;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known about Prosody's releases and about modules, and from where: what comes with this
 * library, and what catalogue files {@linkplain #overlaidWith add} to it. A value: it never
 * changes.
 *
 * @since 0.1.0
 */
public final class Knowledge {
  private static final Knowledge BUILT_IN = new Knowledge(ImmutableList.of());

  private final ImmutableList<KnowledgeLayer> layers;
  private final Supplier<Timeline> timeline = Suppliers.memoize(this::readTimeline);

  private Knowledge(ImmutableList<KnowledgeLayer> layers) {
    this.layers = layers;
  }

  /** {@return what comes with this library; it is read when it is first asked for} */
  public static Knowledge builtIn() {
    return BUILT_IN;
  }

  /** Knowledge with one more layer. */
  Knowledge with(KnowledgeLayer layer) {
    return new Knowledge(ImmutableList.<KnowledgeLayer>builder().addAll(layers).add(layer).build());
  }

  /**
   * {@return this knowledge with that of another one added} Releases and sources of the same name
   * are replaced. Evidence about a module is added to, unless the other's says that it replaces
   * what was known.
   *
   * @param overlay the knowledge that takes precedence
   */
  public Knowledge overlaidWith(Knowledge overlay) {
    return new Knowledge(
        Stream.concat(layers.stream(), overlay.layers.stream())
            .distinct()
            .collect(toImmutableList()));
  }

  /**
   * {@return all sources that facts were read from, the oldest branch first, within a branch
   * releases before snapshots, each the oldest first}
   */
  public ImmutableList<Source> sources() {
    return timeline.get().sources();
  }

  /**
   * Finds a source by its id.
   *
   * @param id for example {@code 0.12.3}
   * @return empty if there is none
   */
  public Optional<Source> findSource(String id) {
    return Optional.ofNullable(timeline.get().byId().get(id));
  }

  /** {@return the branches of Prosody on record, the oldest first} */
  public ImmutableList<Release> releases() {
    return timeline.get().releases();
  }

  /** {@return the versions of {@link #releases()}} */
  public ImmutableList<ProsodyVersion> branches() {
    return timeline.get().branches();
  }

  /**
   * {@return the branches that a range stands for: at least one, the oldest first}
   *
   * @param versions for example {@code [0.12,13.0]}
   * @throws IllegalArgumentException if a part of the range reaches into no branch on record; the
   *     message names the part and the branches
   */
  public ImmutableList<ProsodyVersion> targets(VersionRange versions) {
    for (VersionRange part : versions.parts()) {
      if (part.branches(branches()).isEmpty()) {
        throw new IllegalArgumentException(
            (part.equals(VersionRange.of(ProsodyVersion.TRUNK))
                    ? "nothing is recorded about trunk, which changes every day"
                    : "nothing is known about Prosody " + part)
                + ": choose from "
                + Joined.commas(branches()));
      }
    }
    return versions.branches(branches());
  }

  /** {@return the newest branch on record} */
  public ProsodyVersion newest() {
    return Iterables.getLast(branches());
  }

  /**
   * Finds the branch of a version.
   *
   * @param version a release or a branch; trunk is treated like the newest branch
   * @return empty if nothing is recorded about it
   */
  public Optional<Release> findRelease(ProsodyVersion version) {
    ProsodyVersion branch = branchOf(version);
    for (Release release : releases()) {
      if (release.version().equals(branch)) {
        return Optional.of(release);
      }
    }
    return Optional.empty();
  }

  /**
   * {@return the branch of a version}
   *
   * @param version a release or a branch; trunk is treated like the newest branch
   * @throws IllegalArgumentException if nothing is recorded about it; the message lists the
   *     branches on record
   */
  public Release release(ProsodyVersion version) {
    return findRelease(version)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "nothing is known about Prosody "
                        + version
                        + ": choose from "
                        + Joined.commas(branches())
                        + ", "
                        + ProsodyVersion.TRUNK));
  }

  /**
   * {@return the branch that stands for a version, whether or not it is on record}
   *
   * @param version a release or a branch; trunk is treated like the newest branch
   */
  public ProsodyVersion branchOf(ProsodyVersion version) {
    return version.equals(ProsodyVersion.TRUNK) ? newest() : version.branch();
  }

  /**
   * {@return whether anything is recorded about a version: whether its branch is one of {@link
   * #branches()}, or it is trunk}
   *
   * @param version a release, a branch or trunk
   */
  public boolean isRecorded(ProsodyVersion version) {
    return branches().contains(branchOf(version));
  }

  /**
   * {@return whether a snapshot has all that the community had at the time of a branch, so that
   * what it lacks was not available}
   *
   * @param branch a branch of Prosody, for example {@code 0.12}
   */
  public boolean hasWholeSnapshot(ProsodyVersion branch) {
    return timeline.get().whole().contains(branch);
  }

  /**
   * Finds what is known about a module.
   *
   * @param module its name without {@code mod_}
   * @return empty for a name about which nothing is recorded
   */
  public Optional<Evidence> evidence(String module) {
    Evidence known = EvidenceData.find(module);
    for (KnowledgeLayer layer : layers) {
      known = layer.addTo(known, module);
    }
    return Optional.ofNullable(known).map(this::own);
  }

  /** The evidence that knows about the releases of this knowledge. */
  private Evidence own(Evidence evidence) {
    return layers.isEmpty() ? evidence : evidence.in(this);
  }

  private Timeline readTimeline() {
    Map<String, Source> sources = new LinkedHashMap<>();
    Map<ProsodyVersion, Release> releases = new LinkedHashMap<>();
    ReleaseReader.SOURCES.forEach(source -> sources.put(source.id(), source));
    ReleaseReader.RELEASES.forEach(release -> releases.put(release.version(), release));
    for (KnowledgeLayer layer : layers) {
      layer.sources().forEach(source -> sources.put(source.id(), source));
      layer.releases().forEach(release -> releases.put(release.version(), release));
    }
    return Timeline.of(sources.values(), releases.values());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Knowledge that && layers.equals(that.layers);
  }

  @Override
  public int hashCode() {
    return layers.hashCode();
  }
}
