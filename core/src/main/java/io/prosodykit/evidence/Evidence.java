package io.prosodykit.evidence;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.version.ProsodyVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a module from what Prosody's releases and the community's snapshots contain.
 * This is about names and about what source code says: that a module of this name exists, not that
 * it is configured or works.
 *
 * <p>While Prosody itself ships a module, nothing is recorded about a copy among the community's
 * modules, except the specifications that it names.
 *
 * <p>In JSON it is an object of {@code module}, {@code ships}, an array of versions, {@code
 * community}, an array of the ids of sources, and the facts, each with {@code value} and {@code
 * sources}.
 *
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class Evidence {
  private final String module;
  private final ImmutableList<ProsodyVersion> ships;
  private final ImmutableList<Source> community;
  @JsonProperty private final @Nullable String stage;
  @JsonProperty private final @Nullable String folder;
  @JsonProperty private final @Nullable ProsodyVersion absorbed;
  @JsonProperty private final @Nullable Succession succession;
  @JsonProperty private final @Nullable String knownAs;

  /** What the code does; null if it comes from the catalogue data, which are read on demand. */
  private final @Nullable EvidenceFacts facts;

  /** What is known about releases besides; null for what comes with this library. */
  private final @Nullable Timeline timeline;

  /** All facts; null until they are asked for. */
  private volatile @Nullable EvidenceFacts carried;

  @JsonCreator
  Evidence(
      @JsonProperty(value = "module", required = true) String module,
      @JsonProperty(value = "ships", required = true) List<ProsodyVersion> ships,
      @JsonProperty(value = "community", required = true) List<Source> community,
      @JsonProperty("stage") @Nullable String stage,
      @JsonProperty("folder") @Nullable String folder,
      @JsonProperty("absorbed") @Nullable ProsodyVersion absorbed,
      @JsonProperty("succession") @Nullable Succession succession,
      @JsonProperty("knownAs") @Nullable String knownAs,
      @JsonProperty(value = "dependencies", required = true)
          List<Sourced<ModuleDependency>> dependencies,
      @JsonProperty(value = "options", required = true) List<Sourced<ModuleOption>> options,
      @JsonProperty(value = "provides", required = true) List<Sourced<String>> provides,
      @JsonProperty(value = "specifications", required = true)
          List<Sourced<SpecRef>> specifications,
      @JsonProperty(value = "libraries", required = true) List<Sourced<String>> libraries,
      @JsonProperty(value = "behaviour", required = true) ModuleBehaviour behaviour) {
    this(
        module,
        ships,
        community,
        stage,
        folder,
        absorbed,
        succession,
        knownAs,
        EvidenceFacts.of(dependencies, options, provides, specifications, libraries, behaviour),
        null);
  }

  Evidence(
      String module,
      List<ProsodyVersion> ships,
      List<Source> community,
      @Nullable String stage,
      @Nullable String folder,
      @Nullable ProsodyVersion absorbed,
      @Nullable Succession succession,
      @Nullable String knownAs,
      @Nullable EvidenceFacts facts,
      @Nullable Timeline timeline) {
    this.module = module;
    this.ships = ImmutableList.copyOf(ships);
    this.community = ImmutableList.copyOf(community);
    this.stage = stage;
    this.folder = folder;
    this.absorbed = absorbed;
    this.succession = succession;
    this.knownAs = knownAs;
    this.facts = facts;
    this.timeline = timeline;
  }

  /**
   * Starts evidence about a module.
   *
   * @param module its name without {@code mod_}
   * @return a builder
   * @throws IllegalArgumentException if that is not a module name
   */
  public static EvidenceBuilder builder(String module) {
    return new EvidenceBuilder(module);
  }

  /** This evidence, in the light of what is known about releases. */
  Evidence in(Timeline releases) {
    return new Evidence(
        module, ships, community, stage, folder, absorbed, succession, knownAs, facts, releases);
  }

  /** This evidence and what another one adds about the same module; the other takes precedence. */
  Evidence plus(Evidence other) {
    return builder(module).addAll(this).addAll(other).build();
  }

  private Timeline timeline() {
    return timeline == null ? Timeline.builtIn() : timeline;
  }

  /** {@return the module's name without {@code mod_}} */
  @JsonProperty
  public String module() {
    return module;
  }

  /** {@return the branches of Prosody that ship the module, the oldest first} */
  public ImmutableList<ProsodyVersion> ships() {
    return shippedSince().stream().map(ProsodyVersion::branch).collect(toImmutableList());
  }

  /**
   * {@return for each of the branches that ship the module the first version that does: the branch,
   * or the release, 0.10.2, if older ones of the branch lack it}
   */
  @JsonProperty("ships")
  public ImmutableList<ProsodyVersion> shippedSince() {
    return timeline().ships(module, ships);
  }

  /**
   * {@return the snapshots of the community's modules, or of an organisation's own, that contain
   * the module, the oldest first; snapshots from a time when Prosody ships the module are not
   * included}
   */
  @JsonProperty
  public ImmutableList<Source> community() {
    return timeline().community(module, ships(), community);
  }

  /**
   * {@return how reliable the module is, as the community said last: {@code stable}, {@code beta},
   * {@code alpha}, {@code experimental}, {@code merged}, {@code deprecated}, {@code obsolete} or
   * {@code broken}; empty if it did not say}
   */
  public Optional<String> stage() {
    return Optional.ofNullable(stage);
  }

  /**
   * {@return the community's folder that contains the module, if that is not the module's own, for
   * example {@code mod_stanza_counter}; empty for nearly all modules. The server finds the module
   * only if this folder is in {@code plugin_paths}}
   */
  public Optional<String> folder() {
    return Optional.ofNullable(folder);
  }

  /** {@return the module that took this one's place; empty if there is none} */
  public Optional<Succession> succession() {
    return Optional.ofNullable(succession);
  }

  /**
   * {@return the name under which the community has the module, for example {@code sasl2_fast} for
   * the guide's {@code fast}; empty if that is its own name, or there is none}
   */
  public Optional<String> knownAs() {
    return Optional.ofNullable(knownAs);
  }

  /**
   * {@return the modules that this one loads, sorted by name; a module that is both a soft and a
   * hard dependency appears twice}
   */
  @JsonProperty
  public ImmutableList<Sourced<ModuleDependency>> dependencies() {
    return facts().dependencies();
  }

  /**
   * {@return the options that the module reads from the configuration, sorted by name; an option
   * appears once for each type and default that it is read with}
   */
  @JsonProperty
  public ImmutableList<Sourced<ModuleOption>> options() {
    return facts().options();
  }

  /**
   * {@return what the module offers to the server by {@code module:provides}: kinds of items such
   * as {@code http} or {@code storage}, sorted}
   */
  @JsonProperty
  public ImmutableList<Sourced<String>> provides() {
    return facts().provides();
  }

  /** {@return the specifications that the module's own source or documentation names, sorted} */
  @JsonProperty
  public ImmutableList<Sourced<SpecRef>> specifications() {
    return facts().specifications();
  }

  /** {@return the Lua libraries that the module requires: the names in {@code require}, sorted} */
  @JsonProperty
  public ImmutableList<Sourced<String>> libraries() {
    return facts().libraries();
  }

  /** {@return the events that it handles, and how else it takes part in the server} */
  @JsonProperty
  public ModuleBehaviour behaviour() {
    return facts().behaviour();
  }

  /** {@return the changes of the module's place over time, the oldest first} */
  public ImmutableList<ModuleTransition> changes() {
    return ModuleTransition.of(this, timeline().branches());
  }

  /**
   * {@return the branch in which Prosody took the module over from the community; empty if it did
   * not}
   */
  public Optional<ProsodyVersion> absorbed() {
    return Optional.ofNullable(absorbed);
  }

  /**
   * {@return where the module is available for a version}
   *
   * @param version a release, a branch, of which one release that ships the module is enough, or
   *     trunk, which is treated like the newest branch on record
   */
  public Presence presence(ProsodyVersion version) {
    return timeline().presence(shippedSince(), community(), version);
  }

  /** The versions since which branches are said to ship it, without those that are like others. */
  ImmutableList<ProsodyVersion> said() {
    return ships;
  }

  private EvidenceFacts facts() {
    EvidenceFacts known = carried;
    if (known == null) {
      known = facts == null ? EvidenceData.facts(module) : facts;
      known = known.carriedOver(module, timeline().likenesses());
      carried = known;
    }
    return known;
  }

  private List<@Nullable Object> fields() {
    return Arrays.asList(
        module, shippedSince(), community(), stage, folder, absorbed, succession, knownAs, facts());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Evidence that && fields().equals(that.fields());
  }

  @Override
  public int hashCode() {
    return Objects.hash(module, ships(), community());
  }

  /** {@return where the module has been, for example {@code part of Prosody since 13.0}} */
  public String history() {
    return History.of(this, timeline().newest());
  }

  /** Prints the name and the {@linkplain #history() history}, for people. */
  @Override
  public String toString() {
    return module + ": " + history();
  }
}
