package io.prosodykit.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.json.JsonOutput;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.text.VisibleText;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One module of a catalogue. */
@JsonPropertyOrder({"name", "layer", "stability", "purpose", "specifications", "dependencies"})
public final class ModuleEntry {
  /** A longer purpose is refused: one million characters (code points). */
  public static final int MAX_PURPOSE = 1_000_000;

  private final String name;
  private final Layer layer;
  private final Stability stability;
  private final String purpose;
  private final ImmutableList<SpecRef> specifications;
  private final ImmutableList<String> dependencies;

  private ModuleEntry(Builder builder) {
    this.name = builder.name;
    this.layer = builder.layer;
    this.stability = builder.stability;
    this.purpose = builder.purpose;
    this.specifications = ImmutableList.copyOf(builder.specifications);
    this.dependencies = ImmutableList.copyOf(builder.dependencies);
  }

  /**
   * Starts an entry.
   *
   * @param name the module's name without {@code mod_}: 1 to 64 lower-case letters, digits and
   *     underscores
   * @param layer its layer
   * @param stability its stability
   * @param purpose what it is for, in a few words
   * @return a builder
   * @throws IllegalArgumentException if the name is not a module name, or the purpose is blank,
   *     longer than {@link #MAX_PURPOSE} or not Unicode
   */
  public static Builder builder(String name, Layer layer, Stability stability, String purpose) {
    return new Builder(name, layer, stability, purpose);
  }

  @JsonCreator
  static ModuleEntry of(
      @JsonProperty(value = "name", required = true) String name,
      @JsonProperty(value = "layer", required = true) Layer layer,
      @JsonProperty(value = "stability", required = true) Stability stability,
      @JsonProperty(value = "purpose", required = true) String purpose,
      @JsonProperty("specifications") @Nullable List<SpecRef> specifications,
      @JsonProperty("dependencies") @Nullable List<String> dependencies) {
    Builder builder = builder(name, layer, stability, purpose);
    if (specifications != null) {
      specifications.forEach(builder::addSpecification);
    }
    if (dependencies != null) {
      dependencies.forEach(builder::addDependency);
    }
    return builder.build();
  }

  /**
   * {@return whether a text is a module's name: 1 to 64 lower-case letters, digits and underscores,
   * not beginning with an underscore or {@code mod_}}
   *
   * @param text any text
   */
  public static boolean isName(String text) {
    return ModuleName.problem(text).isEmpty();
  }

  /** What is wrong with a purpose, if anything is. */
  static Optional<String> problemWithPurpose(String purpose) {
    if (purpose.isBlank()) {
      return Optional.of("a purpose must have at least one word");
    }
    if (purpose.length() > MAX_PURPOSE
        && purpose.codePointCount(0, purpose.length()) > MAX_PURPOSE) {
      return Optional.of("a purpose must have at most " + MAX_PURPOSE + " characters");
    }
    return VisibleText.hasUnpairedSurrogate(purpose)
        ? Optional.of("the purpose contains an unpaired surrogate, which is not a character")
        : Optional.empty();
  }

  /** {@return the module's name without {@code mod_}, for example {@code smacks}} */
  @JsonProperty
  public String name() {
    return name;
  }

  /** {@return the module's layer} */
  @JsonProperty
  public Layer layer() {
    return layer;
  }

  /** {@return the module's stability} */
  @JsonProperty
  public Stability stability() {
    return stability;
  }

  /** {@return what the module is for: a few words, for example {@code Stream management}} */
  @JsonProperty
  public String purpose() {
    return purpose;
  }

  /**
   * {@return the specifications that the module implements, in the order of the data; empty if the
   * catalogue names none}
   */
  @JsonProperty
  public ImmutableList<SpecRef> specifications() {
    return specifications;
  }

  /**
   * {@return the modules, without {@code mod_}, that this one loads according to the catalogue, in
   * the order of the data} For modules of Prosody and its community, the evidence has this
   * information.
   */
  @JsonProperty
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public ImmutableList<String> dependencies() {
    return dependencies;
  }

  /**
   * {@return what is known about the module of this name from what Prosody and its community ship;
   * empty for a name about which nothing is recorded}
   */
  public Optional<Evidence> evidence() {
    return Evidence.find(name);
  }

  /**
   * {@return where to read more, each address once: the module's page at Prosody's own
   * documentation, if a release ships it; its page among the community's modules, if it is or was
   * one; the start page of the community's modules, if it is known as neither; then each
   * specification}
   */
  public ImmutableList<URI> documentation() {
    return Documentation.of(this);
  }

  /** Writes the fields of the catalogue format. */
  void writeTo(JsonOutput out) throws IOException {
    out.field("name", name);
    out.field("layer", layer());
    out.field("stability", stability());
    out.field("purpose", purpose());
    out.texts("specifications", specifications());
    if (!dependencies().isEmpty()) {
      out.texts("dependencies", dependencies());
    }
  }

  /**
   * {@return a builder that starts from this entry, and whose {@code build()} returns an equal
   * entry}
   */
  public Builder toBuilder() {
    Builder builder = builder(name, layer, stability, purpose);
    builder.specifications.addAll(specifications);
    builder.dependencies.addAll(dependencies);
    return builder;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ModuleEntry that
        && name.equals(that.name)
        && layer == that.layer
        && stability == that.stability
        && purpose.equals(that.purpose)
        && specifications.equals(that.specifications)
        && dependencies.equals(that.dependencies);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, layer, stability, purpose, specifications);
  }

  /** Prints the entry on one line, for people. */
  @Override
  public String toString() {
    return name + " (" + layer + ", " + stability + "): " + purpose;
  }

  /** Makes an entry. */
  public static final class Builder {
    private final String name;
    private final Set<SpecRef> specifications = new LinkedHashSet<>();
    private final Set<String> dependencies = new LinkedHashSet<>();
    private Layer layer;
    private Stability stability;
    private String purpose;

    private Builder(String name, Layer layer, Stability stability, String purpose) {
      refuse(ModuleName.problem(name));
      this.name = name;
      this.layer = Objects.requireNonNull(layer, "layer");
      this.stability = Objects.requireNonNull(stability, "stability");
      this.purpose = checked(purpose);
    }

    private static void refuse(Optional<String> problem) {
      if (problem.isPresent()) {
        throw new IllegalArgumentException(problem.get());
      }
    }

    private static String checked(String purpose) {
      refuse(problemWithPurpose(purpose));
      return purpose;
    }

    /**
     * Replaces the layer.
     *
     * @param newLayer the layer
     * @return this builder
     */
    public Builder layer(Layer newLayer) {
      this.layer = Objects.requireNonNull(newLayer, "layer");
      return this;
    }

    /**
     * Replaces the stability.
     *
     * @param newStability the stability
     * @return this builder
     */
    public Builder stability(Stability newStability) {
      this.stability = Objects.requireNonNull(newStability, "stability");
      return this;
    }

    /**
     * Replaces the purpose.
     *
     * @param newPurpose a few words
     * @return this builder
     * @throws IllegalArgumentException if it is blank, longer than {@link #MAX_PURPOSE} or not
     *     Unicode
     */
    public Builder purpose(String newPurpose) {
      this.purpose = checked(newPurpose);
      return this;
    }

    /**
     * Adds a specification, once.
     *
     * @param specification what the module implements
     * @return this builder
     */
    public Builder addSpecification(SpecRef specification) {
      specifications.add(Objects.requireNonNull(specification, "specification"));
      return this;
    }

    /**
     * Adds a module that this one loads, once.
     *
     * @param module its name without {@code mod_}
     * @return this builder
     * @throws IllegalArgumentException if that is not a module name
     */
    public Builder addDependency(String module) {
      refuse(ModuleName.problem(module));
      dependencies.add(module);
      return this;
    }

    /**
     * Makes the entry.
     *
     * @return the entry
     */
    public ModuleEntry build() {
      return new ModuleEntry(this);
    }
  }
}
