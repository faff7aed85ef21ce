package io.prosodykit.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a module from what Prosody's releases and the community's snapshots really hold.
 * It speaks of names: that a module of this name is there, not that it is configured or works.
 *
 * <p>In JSON it is an object of {@code module}, {@code ships}, an array of branches, and {@code
 * community}, an array of objects with {@code date}, {@code release} and {@code source}.
 */
@JsonPropertyOrder({"module", "ships", "community"})
public final class Evidence {
  static final ImmutableList<URI> COMMUNITY_PAGES =
      ImmutableList.of(URI.create("https://modules.prosody.im/"));

  private final String module;
  private final ImmutableList<ProsodyVersion> ships;
  private final ImmutableList<Snapshot> community;

  Evidence(String module, ImmutableList<ProsodyVersion> ships, ImmutableList<Snapshot> community) {
    this.module = module;
    this.ships = ships;
    this.community = community;
  }

  @JsonCreator
  static Evidence of(
      @JsonProperty(value = "module", required = true) String module,
      @JsonProperty(value = "ships", required = true) List<ProsodyVersion> ships,
      @JsonProperty(value = "community", required = true) List<Snapshot> community) {
    return new Evidence(module, ImmutableList.copyOf(ships), ImmutableList.copyOf(community));
  }

  /**
   * Finds what is known of a module.
   *
   * @param module its name without {@code mod_}
   * @return empty for a name that nothing is recorded of
   */
  public static Optional<Evidence> find(String module) {
    return Optional.ofNullable(Records.EVIDENCE.get(module));
  }

  /**
   * Returns the module's name.
   *
   * @return the name without {@code mod_}
   */
  @JsonProperty
  public String module() {
    return module;
  }

  /**
   * Returns the branches of Prosody that ship the module.
   *
   * @return some of {@link ProsodyVersion#BRANCHES}, the oldest first
   */
  @JsonProperty
  public ImmutableList<ProsodyVersion> ships() {
    return ships;
  }

  /**
   * Returns the snapshots of the community's modules that hold the module.
   *
   * @return the oldest first; a snapshot of a time whose Prosody ships the module is not among them
   */
  @JsonProperty
  public ImmutableList<Snapshot> community() {
    return community;
  }

  /**
   * Tells where the module is to be had for a version. Nothing is recorded of trunk itself: it is
   * taken to have what the newest branch on record has.
   *
   * @param version a release, counted by its branch, a branch or trunk
   * @return the module's presence there
   */
  public Presence presence(ProsodyVersion version) {
    if (!isRecorded(version)) {
      return Presence.UNRECORDED;
    }
    ProsodyVersion branch = recorded(version);
    if (ships.contains(branch)) {
      return Presence.SHIPPED;
    }
    if (!hasSnapshot(branch)) {
      return Presence.UNRECORDED;
    }
    if (community.isEmpty()) {
      return Presence.ABSENT;
    }
    return community.stream().anyMatch(snapshot -> snapshot.release().equals(branch))
        ? Presence.COMMUNITY
        : Presence.UNRECORDED;
  }

  /**
   * Tells whether the evidence speaks about a version at all.
   *
   * @param version a release, a branch or trunk
   * @return whether its branch is one of {@link ProsodyVersion#BRANCHES}, or it is trunk
   */
  public static boolean isRecorded(ProsodyVersion version) {
    return ProsodyVersion.BRANCHES.contains(recorded(version));
  }

  /** Whether there are snapshots that tell what the community had in the time of a branch. */
  static boolean hasSnapshot(ProsodyVersion branch) {
    return branch.compareTo(Records.EARLIEST) >= 0;
  }

  /** The branch by which a version is judged. */
  static ProsodyVersion recorded(ProsodyVersion version) {
    return version.equals(ProsodyVersion.TRUNK) ? ProsodyVersion.NEWEST : version.branch();
  }

  ImmutableList<URI> documentation() {
    ImmutableList.Builder<URI> pages = ImmutableList.builder();
    if (!ships.isEmpty()) {
      pages.add(URI.create("https://prosody.im/doc/modules/mod_" + module));
    }
    if (!community.isEmpty()) {
      pages.add(URI.create("https://modules.prosody.im/mod_" + module));
    }
    return ships.isEmpty() && community.isEmpty() ? COMMUNITY_PAGES : pages.build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Evidence that
        && module.equals(that.module)
        && ships.equals(that.ships)
        && community.equals(that.community);
  }

  @Override
  public int hashCode() {
    return Objects.hash(module, ships, community);
  }

  /** Prints the facts in one line, for people. */
  @Override
  public String toString() {
    return module + ": ships with " + ships + ", community " + community;
  }

  /** Where a module is to be had. */
  public enum Presence {
    /** The release ships it. */
    SHIPPED,
    /** The release does not ship it, and a community snapshot of the release's time has it. */
    COMMUNITY,
    /** It is known not to be shipped, or not known at all, and no snapshot settles the question. */
    UNRECORDED,
    /** The release does not ship it, and no community snapshot of any time has it. */
    ABSENT;

    /** Prints the presence in lower case. */
    @Override
    @JsonValue
    public String toString() {
      return Choice.written(this);
    }
  }

  /**
   * The community's modules as they were at one time.
   *
   * @param date year and month, {@code 2021-01}
   * @param release the branch of Prosody that was current
   * @param source where the snapshot comes from
   */
  public record Snapshot(
      @JsonProperty(required = true) String date,
      @JsonProperty(required = true) ProsodyVersion release,
      @JsonProperty(required = true) String source) {

    /**
     * Checks that nothing is missing, as JSON's null would have it.
     *
     * @param date year and month
     * @param release the branch of Prosody that was current
     * @param source where the snapshot comes from
     * @throws NullPointerException if one is null
     */
    public Snapshot {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(release, "release");
      Objects.requireNonNull(source, "source");
    }
  }

  private static final class Records {
    private static final ImmutableMap<String, Evidence> EVIDENCE = EvidenceReader.read();

    /** The branch of the first snapshot; what the community had before it is not on record. */
    private static final ProsodyVersion EARLIEST =
        EVIDENCE.values().stream()
            .flatMap(evidence -> evidence.community().stream())
            .map(Snapshot::release)
            .min(Comparator.naturalOrder())
            .orElse(ProsodyVersion.TRUNK);
  }
}
