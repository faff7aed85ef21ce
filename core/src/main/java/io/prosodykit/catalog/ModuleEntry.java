package io.prosodykit.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.text.ModuleName;
import io.prosodykit.text.VisibleText;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One module of a catalogue.
 *
 * @since 0.1.0
 */
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

  /** What the catalogue that the entry is in knows. */
  private final ServerFacts server;

  ModuleEntry(
      String name,
      Layer layer,
      Stability stability,
      String purpose,
      ImmutableList<SpecRef> specifications,
      ImmutableList<String> dependencies,
      ServerFacts server) {
    this.name = name;
    this.layer = layer;
    this.stability = stability;
    this.purpose = purpose;
    this.specifications = specifications;
    this.dependencies = dependencies;
    this.server = server;
  }

  /** This entry, in a catalogue that knows something. */
  ModuleEntry in(ServerFacts catalogs) {
    return catalogs.equals(server)
        ? this
        : new ModuleEntry(name, layer, stability, purpose, specifications, dependencies, catalogs);
  }

  Knowledge knowledge() {
    return server.knowledge();
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
  public static ModuleEntryBuilder builder(
      String name, Layer layer, Stability stability, String purpose) {
    return new ModuleEntryBuilder(name, layer, stability, purpose);
  }

  @JsonCreator
  static ModuleEntry of(
      @JsonProperty(value = "name", required = true) String name,
      @JsonProperty(value = "layer", required = true) Layer layer,
      @JsonProperty(value = "stability", required = true) Stability stability,
      @JsonProperty(value = "purpose", required = true) String purpose,
      @JsonProperty("specifications") @Nullable List<SpecRef> specifications,
      @JsonProperty("dependencies") @Nullable List<String> dependencies) {
    ModuleEntryBuilder builder = builder(name, layer, stability, purpose);
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

  /**
   * {@return what is wrong with a text as a module's name, and how to write it; empty if it
   * {@linkplain #isName is one}}
   *
   * @param text any text
   */
  public static Optional<String> problemWithName(String text) {
    return ModuleName.problem(text);
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
        ? Optional.of("the purpose " + VisibleText.UNPAIRED_SURROGATE)
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
   * empty for a name about which nothing is recorded} This is what the {@linkplain
   * ModuleCatalog#knowledge catalogue} of the entry knows, or {@link Knowledge#builtIn()} if it is
   * in none.
   */
  public Optional<Evidence> evidence() {
    return knowledge().evidence(name);
  }

  /**
   * {@return what is known about the server that the module runs in: what the {@linkplain
   * ModuleCatalog#server catalogue} of the entry knows, or {@link ServerFacts#reference()} if it is
   * in none}
   */
  public ServerFacts server() {
    return server;
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

  /**
   * {@return a builder that starts from this entry, and whose {@code build()} returns an equal
   * entry}
   */
  public ModuleEntryBuilder toBuilder() {
    ModuleEntryBuilder builder = builder(name, layer, stability, purpose);
    specifications.forEach(builder::addSpecification);
    dependencies.forEach(builder::addDependency);
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
}
