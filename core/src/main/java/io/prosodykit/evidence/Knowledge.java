package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.text.Joined;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about Prosody's releases and about modules, and from where: what comes with this
 * library, and what catalogue files {@linkplain #overlaidWith add} to it. A value: it never
 * changes.
 *
 * @since 0.1.0
 */
public final class Knowledge {
  private static final Knowledge BUILT_IN = new Knowledge(null);

  private final @Nullable KnowledgeLayer added;

  /** Null until it is first asked for; reading it twice gives the same. */
  private volatile @Nullable Timeline timeline;

  private Knowledge(@Nullable KnowledgeLayer added) {
    this.added = added;
  }

  /** {@return what comes with this library; it is read when it is first asked for} */
  public static Knowledge builtIn() {
    return BUILT_IN;
  }

  /** {@return a builder of knowledge that adds to what comes with this library} */
  public static KnowledgeBuilder builder() {
    return new KnowledgeBuilder();
  }

  /** What comes with this library, with a layer on top. */
  static Knowledge with(KnowledgeLayer layer) {
    return new Knowledge(layer);
  }

  /**
   * {@return what catalogue files add to what comes with this library; empty if it is that alone}
   */
  public Optional<KnowledgeLayer> additions() {
    return Optional.ofNullable(added);
  }

  /**
   * {@return the day that this knowledge describes: that of what comes with this library, or a
   * later one of what was added}
   */
  public LocalDate asOf() {
    LocalDate builtIn = LocalDate.parse(ReleaseReader.AS_OF);
    return added == null || added.asOf().isBefore(builtIn) ? builtIn : added.asOf();
  }

  /** {@return the version of what comes with this library, and the versions of what was added} */
  public String version() {
    return ReleaseReader.VERSION + (added == null ? "" : ", " + added.version());
  }

  /**
   * {@return this knowledge with what another one adds} Its releases and sources replace those of
   * the same name. Its evidence about a module adds to what was known, unless it {@linkplain
   * KnowledgeBuilder#replace replaces} that.
   *
   * @param overlay the knowledge that takes precedence
   */
  public Knowledge overlaidWith(Knowledge overlay) {
    if (overlay.added == null) {
      return this;
    }
    return added == null || added.equals(overlay.added)
        ? overlay
        : new Knowledge(added.plus(overlay.added));
  }

  /**
   * {@return all sources that facts were read from, the oldest branch first, within a branch
   * releases before snapshots, each the oldest first}
   */
  public ImmutableList<Source> sources() {
    return timeline().sources();
  }

  /**
   * Finds a source by its id.
   *
   * @param id for example {@code 0.12.3}
   * @return empty if there is none
   */
  public Optional<Source> findSource(String id) {
    return Optional.ofNullable(timeline().byId().get(id));
  }

  /**
   * {@return whether a fact holds for a version, as {@link Sourced#holdsOn} tells it, by the
   * releases that this knowledge has}
   *
   * @param fact the fact
   * @param version a release, a branch, or trunk, which counts as the newest branch
   */
  public boolean holds(Sourced<?> fact, ProsodyVersion version) {
    return fact.holdsOn(version, timeline());
  }

  /**
   * {@return the releases in which a fact holds, as {@link Sourced#spans} tells them, by the
   * releases that this knowledge has}
   *
   * @param fact the fact
   */
  public ImmutableList<Span> spans(Sourced<?> fact) {
    return fact.spans(timeline());
  }

  /**
   * Finds the release on record that stands for a version.
   *
   * @param version a release, for which the newest one on its branch up to it stands, or else the
   *     oldest after it; a branch or trunk, for which its newest release stands
   * @return the source of the facts about that release; empty if nothing is recorded
   */
  public Optional<Source> representative(ProsodyVersion version) {
    Timeline known = timeline();
    if (!version.isBranch()) {
      return Optional.ofNullable(known.nearestRelease(version));
    }
    ProsodyVersion branch = known.branchOf(version);
    return known.sources().stream()
        .filter(source -> source.kind() == Source.Kind.RELEASE && source.release().equals(branch))
        .reduce((older, newer) -> newer);
  }

  /** {@return the branches of Prosody on record, the oldest first} */
  public ImmutableList<Release> releases() {
    return timeline().releases();
  }

  /** {@return the versions of {@link #releases()}} */
  public ImmutableList<ProsodyVersion> branches() {
    return added == null ? ProsodyVersion.BRANCHES : timeline().branches();
  }

  /**
   * {@return the functions of the module API, sorted, each with the releases that have it, of those
   * that come with this library} What was added is in {@link #releases()}.
   */
  public ImmutableList<Sourced<String>> functions() {
    return ReleaseReader.FUNCTIONS.sourced();
  }

  /**
   * {@return the names of Prosody's Lua libraries without prefixes, sorted, each with the releases
   * that have it, of those that come with this library} What was added is in {@link #releases()}.
   */
  public ImmutableList<Sourced<String>> libraries() {
    return ReleaseReader.LIBRARIES.sourced();
  }

  /**
   * {@return the branches that a range stands for: at least one, the oldest first}
   *
   * @param versions for example {@code [0.12,13.0]}
   * @throws IllegalArgumentException if a part of the range reaches into no branch on record; the
   *     message names the part and the branches
   */
  public ImmutableList<ProsodyVersion> targets(VersionRange versions) {
    return Timeline.targets(versions, branches());
  }

  /** {@return the newest branch on record} */
  public ProsodyVersion newest() {
    return timeline().newest();
  }

  /**
   * Finds the branch of a version.
   *
   * @param version a release or a branch; trunk is treated like the newest branch
   * @return empty if nothing is recorded about it
   */
  public Optional<Release> findRelease(ProsodyVersion version) {
    ProsodyVersion branch = branchOf(version);
    return releases().stream().filter(release -> release.version().equals(branch)).findFirst();
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
    return timeline().branchOf(version);
  }

  /**
   * {@return whether anything is recorded about a version: whether its branch is one of {@link
   * #branches()}, or it is trunk}
   *
   * @param version a release, a branch or trunk
   */
  public boolean isRecorded(ProsodyVersion version) {
    return timeline().isRecorded(version);
  }

  /**
   * {@return whether a snapshot has all that the community had at the time of a branch, so that
   * what it lacks was not available}
   *
   * @param branch a branch of Prosody, for example {@code 0.12}
   */
  public boolean hasWholeSnapshot(ProsodyVersion branch) {
    return timeline().isWhole(branch);
  }

  /**
   * Finds what is known about a module.
   *
   * @param module its name without {@code mod_}
   * @return empty for a name about which nothing is recorded
   */
  public Optional<Evidence> evidence(String module) {
    Evidence known = EvidenceData.find(module);
    if (added == null) {
      return Optional.ofNullable(known);
    }
    // the evidence knows about the releases of this knowledge
    return Optional.ofNullable(added.addTo(known, module)).map(evidence -> evidence.in(timeline()));
  }

  /** {@return the names of the modules about which something is recorded, without {@code mod_}} */
  public ImmutableSet<String> modules() {
    ImmutableSet<String> known = EvidenceData.names();
    return added == null
        ? known
        : ImmutableSet.<String>builder().addAll(known).addAll(added.modules().keySet()).build();
  }

  Timeline timeline() {
    Timeline known = timeline;
    if (known == null) {
      known = readTimeline();
      timeline = known;
    }
    return known;
  }

  private Timeline readTimeline() {
    return added == null
        ? Timeline.builtIn()
        : Timeline.of(
            KnowledgeLayer.latest(ReleaseReader.SOURCES, added.sources(), Source::id),
            KnowledgeLayer.latest(ReleaseReader.RELEASES, added.releases(), Release::version),
            added.version());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Knowledge that && Objects.equals(added, that.added);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(added);
  }

  /** Prints the version and the day, for people. */
  @Override
  public String toString() {
    return version() + " (" + asOf() + ")";
  }
}
