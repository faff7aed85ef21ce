package io.prosodykit.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The module reference guide, apart from its matrix: the policy on versions, the rules for
 * developing and updating modules, and further reading. {@link Layer} and {@link Stability} have
 * their own parts of it.
 *
 * <p>This is one document, word for word, and therefore the same for every catalogue. What is known
 * about Prosody and its modules apart from it is in {@link ModuleCatalog#knowledge()} and {@link
 * ModuleCatalog#server()}.
 *
 * @since 0.1.0
 */
public final class ReferenceGuide {
  private final ImmutableMap<Layer, LayerFacts> layers;
  private final ImmutableMap<Stability, StabilityFacts> stabilities;
  private final ImmutableList<Policy> policies;
  private final ImmutableList<String> developmentRules;
  private final ImmutableList<String> updateSteps;
  private final ImmutableList<Resource> resources;

  ReferenceGuide(
      ImmutableMap<Layer, LayerFacts> layers,
      ImmutableMap<Stability, StabilityFacts> stabilities,
      ImmutableList<Policy> policies,
      ImmutableList<String> developmentRules,
      ImmutableList<String> updateSteps,
      ImmutableList<Resource> resources) {
    this.layers = layers;
    this.stabilities = stabilities;
    this.policies = policies;
    this.developmentRules = developmentRules;
    this.updateSteps = updateSteps;
    this.resources = resources;
  }

  /** {@return the guide that comes with this library} */
  public static ReferenceGuide reference() {
    return Reference.GUIDE;
  }

  /**
   * {@return the three rows of the guide's table "Version Compatibility", the oldest version first}
   */
  public ImmutableList<Policy> policies() {
    return policies;
  }

  /**
   * Finds the row of the guide's table that speaks about a version.
   *
   * @param version a release or a branch
   * @return empty for versions about which the guide is silent (0.9, 0.10, trunk)
   */
  public Optional<Policy> policyFor(ProsodyVersion version) {
    return policies.stream().filter(policy -> policy.versions().contains(version)).findFirst();
  }

  /**
   * {@return the guide's five rules for creating a module, as sentences without full stops, in the
   * guide's order}
   */
  public ImmutableList<String> developmentRules() {
    return developmentRules;
  }

  /**
   * {@return the guide's five steps for updating modules, as sentences without full stops, in
   * order}
   */
  public ImmutableList<String> updateSteps() {
    return updateSteps;
  }

  /** {@return the four resources of the guide's further reading, in the guide's order} */
  public ImmutableList<Resource> resources() {
    return resources;
  }

  LayerFacts layer(Layer layer) {
    return Objects.requireNonNull(layers.get(layer));
  }

  StabilityFacts stability(Stability stability) {
    return Objects.requireNonNull(stabilities.get(stability));
  }

  /**
   * A row of the guide's table "Version Compatibility".
   *
   * <p>The guide's "Legacy modules only" on 0.11 is taken to mean the modules that Prosody 0.11
   * itself ships, which are 23 of the 49.
   *
   * <p>In JSON it is an object of its components, {@code versions} in its shortest form and {@code
   * stabilities} an array of ids.
   *
   * @param versions the versions that the row is about
   * @param written how the guide writes them, for example {@code 0.13.x}
   * @param statement what the guide says, for example {@code Core + Official + Stable}
   * @param stabilities the stabilities that are covered; empty for the row of 0.11
   * @param shippedOnly whether the row covers only what the release itself ships
   */
  public record Policy(
      VersionRange versions,
      String written,
      String statement,
      ImmutableSet<Stability> stabilities,
      boolean shippedOnly) {

    @JsonCreator
    static Policy of(
        @JsonProperty(value = "versions", required = true) VersionRange versions,
        @JsonProperty(value = "written", required = true) String written,
        @JsonProperty(value = "statement", required = true) String statement,
        @JsonProperty(value = "stabilities", required = true) List<Stability> stabilities,
        @JsonProperty(value = "shippedOnly", required = true) boolean shippedOnly) {
      return new Policy(
          versions, written, statement, ImmutableSet.copyOf(stabilities), shippedOnly);
    }
  }

  /**
   * A page that the guide names.
   *
   * @param title for example {@code Community Modules}
   * @param address where it is
   */
  public record Resource(String title, URI address) {}

  record LayerFacts(
      String title,
      String summary,
      ImmutableList<Layer.Concern> concerns,
      ImmutableList<URI> documentation) {}

  record StabilityFacts(
      String title,
      String status,
      String risk,
      String source,
      String description,
      String variable,
      boolean enabledByDefault) {}

  private static final class Reference {
    private static final ReferenceGuide GUIDE = ReferenceGuideReader.read();
  }
}
