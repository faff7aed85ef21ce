package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.text.ModuleName;
import io.prosodykit.version.ProsodyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link Evidence} about a module.
 *
 * @since 0.1.0
 */
public final class EvidenceBuilder {
  private final String module;
  private final Map<ProsodyVersion, ProsodyVersion> ships = new TreeMap<>();
  private final Set<Source> community = new TreeSet<>(Source.OLDEST_FIRST);
  private final List<Sourced<ModuleDependency>> dependencies = new ArrayList<>();
  private final List<Sourced<ModuleOption>> options = new ArrayList<>();
  private final List<Sourced<String>> provides = new ArrayList<>();
  private final List<Sourced<SpecRef>> specifications = new ArrayList<>();
  private final List<Sourced<String>> libraries = new ArrayList<>();
  private final List<Sourced<HandledEvent>> events = new ArrayList<>();
  private final List<Sourced<String>> fires = new ArrayList<>();
  private final List<Sourced<String>> features = new ArrayList<>();
  private final List<Sourced<LoaderHint>> hints = new ArrayList<>();
  private final List<Sourced<ProvidedName>> items = new ArrayList<>();
  private final List<Sourced<ModuleScope>> scopes = new ArrayList<>();
  private @Nullable String stage;
  private @Nullable String folder;
  private @Nullable ProsodyVersion absorbed;
  private @Nullable Succession succession;
  private @Nullable String knownAs;

  EvidenceBuilder(String module) {
    ModuleName.problem(module)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
    this.module = module;
  }

  /** Adds all that other evidence about the module says, which takes precedence. */
  EvidenceBuilder addAll(Evidence other) {
    other.shippedSince().forEach(this::ships);
    community.addAll(other.community());
    other.stage().ifPresent(this::stage);
    other.folder().ifPresent(this::folder);
    other.absorbed().ifPresent(this::absorbed);
    other.succession().ifPresent(this::succession);
    other.knownAs().ifPresent(this::knownAs);
    dependencies.addAll(other.dependencies());
    options.addAll(other.options());
    provides.addAll(other.provides());
    specifications.addAll(other.specifications());
    libraries.addAll(other.libraries());
    events.addAll(other.behaviour().events());
    fires.addAll(other.behaviour().fires());
    features.addAll(other.behaviour().features());
    hints.addAll(other.behaviour().hints());
    items.addAll(other.behaviour().items());
    scopes.addAll(other.behaviour().scopes());
    return this;
  }

  /**
   * {@return this builder with a branch of Prosody that ships the module; if it is said twice, the
   * older version holds}
   *
   * @param since the branch, {@code 0.12}, or the release, {@code 0.12.2}, if older ones of the
   *     branch lack the module
   * @throws IllegalArgumentException for trunk
   */
  public EvidenceBuilder ships(ProsodyVersion since) {
    if (since.equals(ProsodyVersion.TRUNK)) {
      throw new IllegalArgumentException("trunk changes every day; write for example 13.0");
    }
    ships.merge(since.branch(), since, (one, other) -> one.compareTo(other) < 0 ? one : other);
    return this;
  }

  /**
   * {@return this builder with a snapshot of the community's modules, or of an organisation's own,
   * that has the module}
   *
   * @param snapshot the snapshot
   * @throws IllegalArgumentException if the source is a release of Prosody
   */
  public EvidenceBuilder community(Source snapshot) {
    if (snapshot.kind() == Source.Kind.RELEASE) {
      throw new IllegalArgumentException(
          snapshot.id() + " is a release of Prosody, not a snapshot of modules");
    }
    community.add(snapshot);
    return this;
  }

  /**
   * {@return this builder with the {@link Evidence#stage()}: how reliable the module is}
   *
   * @param newStage for example {@code beta}
   */
  public EvidenceBuilder stage(String newStage) {
    stage = newStage;
    return this;
  }

  /**
   * {@return this builder with the community's {@link Evidence#folder()} that contains the module}
   *
   * @param newFolder the folder's name
   */
  public EvidenceBuilder folder(String newFolder) {
    folder = newFolder;
    return this;
  }

  /**
   * {@return this builder with the branch in which Prosody took the module over}
   *
   * @param branch the first branch that ships it
   */
  public EvidenceBuilder absorbed(ProsodyVersion branch) {
    absorbed = branch;
    return this;
  }

  /**
   * {@return this builder with the module that took this one's place}
   *
   * @param successor the other module
   */
  public EvidenceBuilder succession(Succession successor) {
    succession = successor;
    return this;
  }

  /**
   * Sets the name under which the community has the module, if that is not its own.
   *
   * @param name for example {@code sasl2_fast}
   * @return this builder
   */
  public EvidenceBuilder knownAs(String name) {
    knownAs = name;
    return this;
  }

  /**
   * {@return this builder with a module that this one loads}
   *
   * @param dependency the other module
   * @param sources who says so, at least one
   */
  public EvidenceBuilder dependency(ModuleDependency dependency, List<Source> sources) {
    return add(dependencies, dependency, sources);
  }

  /**
   * {@return this builder with an option that the module reads}
   *
   * @param option the option
   * @param sources who says so, at least one
   */
  public EvidenceBuilder option(ModuleOption option, List<Source> sources) {
    return add(options, option, sources);
  }

  /**
   * {@return this builder with a kind of items that the module provides}
   *
   * @param item for example {@code http}
   * @param sources who says so, at least one
   */
  public EvidenceBuilder provides(String item, List<Source> sources) {
    return add(provides, item, sources);
  }

  /**
   * {@return this builder with a specification that the module names}
   *
   * @param specification a XEP or an RFC
   * @param sources who says so, at least one
   */
  public EvidenceBuilder specification(SpecRef specification, List<Source> sources) {
    return add(specifications, specification, sources);
  }

  /**
   * {@return this builder with a Lua library that the module requires}
   *
   * @param library for example {@code util.jid}
   * @param sources who says so, at least one
   */
  public EvidenceBuilder library(String library, List<Source> sources) {
    return add(libraries, library, sources);
  }

  /**
   * {@return this builder with an event that the module handles}
   *
   * @param event the event
   * @param sources who says so, at least one
   */
  public EvidenceBuilder event(HandledEvent event, List<Source> sources) {
    return add(events, event, sources);
  }

  /**
   * {@return this builder with an event that the module fires}
   *
   * @param event for example {@code muc-room-created}, or {@code user-flag-added/…}
   * @param sources who says so, at least one
   */
  public EvidenceBuilder fires(String event, List<Source> sources) {
    return add(fires, event, sources);
  }

  /**
   * {@return this builder with a feature that the module announces}
   *
   * @param feature for example {@code urn:xmpp:carbons:2}
   * @param sources who says so, at least one
   */
  public EvidenceBuilder feature(String feature, List<Source> sources) {
    return add(features, feature, sources);
  }

  /**
   * {@return this builder with a line for Prosody's loader}
   *
   * @param hint the line
   * @param sources who says so, at least one
   */
  public EvidenceBuilder hint(LoaderHint hint, List<Source> sources) {
    return add(hints, hint, sources);
  }

  /**
   * {@return this builder with the name of an item that the module provides}
   *
   * @param item the name, and the kind of the item
   * @param sources who says so, at least one
   */
  public EvidenceBuilder item(ProvidedName item, List<Source> sources) {
    return add(items, item, sources);
  }

  /**
   * {@return this builder with a scope in which the module runs}
   *
   * @param scope the scope
   * @param sources who says so, at least one
   */
  public EvidenceBuilder scope(ModuleScope scope, List<Source> sources) {
    return add(scopes, scope, sources);
  }

  private <T> EvidenceBuilder add(List<Sourced<T>> facts, T fact, List<Source> sources) {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("a fact needs at least one source: " + fact);
    }
    facts.add(new Sourced<>(fact, ImmutableList.sortedCopyOf(Source.OLDEST_FIRST, sources)));
    return this;
  }

  /** {@return the evidence; facts that were added twice have the sources of both} */
  public Evidence build() {
    return new Evidence(
        module,
        ImmutableList.copyOf(ships.values()),
        ImmutableList.copyOf(community),
        stage,
        folder,
        absorbed,
        succession,
        knownAs,
        EvidenceFacts.joining(
            dependencies,
            options,
            provides,
            specifications,
            libraries,
            new ModuleBehaviour(
                EvidenceFacts.joined(events, HandledEvent::name),
                EvidenceFacts.joined(fires, event -> event),
                EvidenceFacts.joined(features, feature -> feature),
                EvidenceFacts.joined(hints, LoaderHint::key),
                EvidenceFacts.joined(items, item -> item.type() + " " + item.name()),
                EvidenceFacts.joined(scopes, scope -> scope))),
        null);
  }
}
