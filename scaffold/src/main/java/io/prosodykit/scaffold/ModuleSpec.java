package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.SpecRef;
import io.prosodykit.catalog.Stability;
import io.prosodykit.catalog.VersionRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a new module is to be: its name, its recipe and all that its texts say.
 *
 * <pre>{@code
 * ModuleSpec spec = ModuleSpec.builder("greeter", Recipe.IQ_HANDLER)
 *     .summary("Answers a greeting")
 *     .addOption(OptionSpec.string("greeter_text", "hello"))
 *     .build();
 * }</pre>
 *
 * <p>Texts may be any Unicode; they stay text wherever they go.
 */
public final class ModuleSpec {
  private final String name;
  private final Recipe recipe;
  private final String summary;
  private final String description;
  private final String author;
  private final String version;
  private final Layer layer;
  private final Stability stability;
  private final ImmutableList<SpecRef> specifications;
  private final ImmutableList<OptionSpec> options;
  private final VersionRange targets;
  private final Optional<String> namespace;
  private final boolean catalogNameAllowed;
  private final ModuleCatalog catalog;

  private ModuleSpec(Builder builder) {
    this.name = builder.name;
    this.recipe = builder.recipe;
    this.summary = builder.summary;
    this.description = builder.description;
    this.author = builder.author;
    this.version = builder.version;
    this.layer = builder.layer;
    this.stability = builder.stability;
    this.specifications = ImmutableList.copyOf(builder.specifications);
    this.options = ImmutableList.copyOf(builder.options);
    this.targets = builder.targets;
    this.namespace = builder.namespace;
    this.catalogNameAllowed = builder.catalogNameAllowed;
    this.catalog = builder.catalog;
  }

  /**
   * Begins a specification in which everything else has the default of the recipe.
   *
   * @param name the module's name without {@code mod_}: lower-case letters, digits and underscores,
   *     at most 64, a letter first, no keyword of Lua
   * @param recipe the kind of module
   * @return a new builder
   */
  public static Builder builder(String name, Recipe recipe) {
    return new Builder(name, recipe);
  }

  /**
   * Begins a specification that has all the values of this one.
   *
   * @return a new builder
   */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * Returns the module's name.
   *
   * @return without {@code mod_}
   */
  public String name() {
    return name;
  }

  /**
   * Returns the kind of module.
   *
   * @return the recipe
   */
  public Recipe recipe() {
    return recipe;
  }

  /**
   * Returns what the module does, in a sentence.
   *
   * @return not blank
   */
  public String summary() {
    return summary;
  }

  /**
   * Returns what more there is to say.
   *
   * @return any text; empty if there is nothing
   */
  public String description() {
    return description;
  }

  /**
   * Returns who made the module.
   *
   * @return any text; empty if nobody is named
   */
  public String author() {
    return author;
  }

  /**
   * Returns the module's version.
   *
   * @return for example {@code 0.1.0}
   */
  public String version() {
    return version;
  }

  /**
   * Returns the layer that the example configuration is filed under.
   *
   * @return the layer
   */
  public Layer layer() {
    return layer;
  }

  /**
   * Returns how far the module can be relied on.
   *
   * @return the stability
   */
  public Stability stability() {
    return stability;
  }

  /**
   * Returns the specifications that the module implements.
   *
   * @return without duplicates, in the order in which they were added
   */
  public ImmutableList<SpecRef> specifications() {
    return specifications;
  }

  /**
   * Returns the module's options.
   *
   * @return each with a name of its own, in the order in which they were added
   */
  public ImmutableList<OptionSpec> options() {
    return options;
  }

  /**
   * Returns the releases of Prosody that the module is made for.
   *
   * @return a range within {@link Recipe#releases()}
   */
  public VersionRange targets() {
    return targets;
  }

  /**
   * Returns the XML namespace of the module's protocol.
   *
   * @return empty for recipes without one
   */
  public Optional<String> namespace() {
    return recipe.namespaced()
        ? Optional.of(namespace.orElse("urn:prosodykit:" + name + ":0"))
        : Optional.empty();
  }

  /**
   * Tells whether the module may have the name of one in the catalogue, which it then replaces.
   *
   * @return false unless asked for
   */
  public boolean catalogNameAllowed() {
    return catalogNameAllowed;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ModuleSpec that && fields().equals(that.fields());
  }

  @Override
  public int hashCode() {
    return fields().hashCode();
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", name());
    fields.put("recipe", recipe());
    fields.put("summary", summary());
    fields.put("description", description());
    fields.put("author", author());
    fields.put("version", version());
    fields.put("layer", layer());
    fields.put("stability", stability());
    fields.put("specifications", specifications());
    fields.put("options", options());
    fields.put("targets", targets());
    fields.put("namespace", namespace());
    fields.put("catalogNameAllowed", catalogNameAllowed());
    return fields;
  }

  /** Prints all values. */
  @Override
  public String toString() {
    return "ModuleSpec" + fields();
  }

  /**
   * Collects a specification. Methods named like a value replace it, {@code add…} appends; what is
   * wrong is told by {@link #build()}, all of it at once.
   */
  public static final class Builder {
    private final String name;
    private final Recipe recipe;
    private final Map<String, Optional<String>> checked = new LinkedHashMap<>();
    private final Set<SpecRef> specifications = new LinkedHashSet<>();
    private final List<OptionSpec> options = new ArrayList<>();
    private String summary;
    private String description = "";
    private String author = "";
    private String version;
    private Layer layer;
    private Stability stability;
    private VersionRange targets;
    private Optional<String> namespace = Optional.empty();
    private boolean catalogNameAllowed;
    private ModuleCatalog catalog = ModuleCatalog.reference();

    private Builder(String name, Recipe recipe) {
      this.name = name;
      this.recipe = recipe;
      this.summary = recipe.defaultSummary();
      this.version = recipe.defaultVersion();
      this.layer = recipe.defaultLayer();
      this.stability = recipe.defaultStability();
      this.targets = recipe.releases();
      checked.put("name", Checks.moduleName(name));
    }

    private Builder(ModuleSpec spec) {
      this(spec.name, spec.recipe);
      summary(spec.summary).description(spec.description).author(spec.author);
      version(spec.version).layer(spec.layer).stability(spec.stability).targets(spec.targets);
      spec.specifications.forEach(this::addSpecification);
      spec.options.forEach(this::addOption);
      spec.namespace.ifPresent(this::namespace);
      catalog(spec.catalog).allowCatalogName(spec.catalogNameAllowed);
    }

    /**
     * Says what the module does.
     *
     * @param newSummary a sentence, not blank
     * @return this
     */
    public Builder summary(String newSummary) {
      checked.put("summary", Checks.sentence("summary", newSummary));
      this.summary = newSummary;
      return this;
    }

    /**
     * Says more about the module.
     *
     * @param newDescription any text; empty for none
     * @return this
     */
    public Builder description(String newDescription) {
      checked.put("description", Checks.text("description", newDescription));
      this.description = newDescription;
      return this;
    }

    /**
     * Names who made the module.
     *
     * @param newAuthor any text; empty for nobody
     * @return this
     */
    public Builder author(String newAuthor) {
      checked.put("author", Checks.text("author", newAuthor));
      this.author = newAuthor;
      return this;
    }

    /**
     * Sets the module's version.
     *
     * @param newVersion numbers with dots between, for example {@code 0.1.0}, at most 32 characters
     * @return this
     */
    public Builder version(String newVersion) {
      checked.put("version", Checks.version(newVersion));
      this.version = newVersion;
      return this;
    }

    /**
     * Sets the layer that the example configuration is filed under.
     *
     * @param newLayer any layer
     * @return this
     */
    public Builder layer(Layer newLayer) {
      this.layer = Objects.requireNonNull(newLayer);
      return this;
    }

    /**
     * Sets how far the module can be relied on.
     *
     * @param newStability any stability
     * @return this
     */
    public Builder stability(Stability newStability) {
      this.stability = Objects.requireNonNull(newStability);
      return this;
    }

    /**
     * Adds a specification that the module implements; adding one twice adds it once.
     *
     * @param specification any specification
     * @return this
     */
    public Builder addSpecification(SpecRef specification) {
      specifications.add(Objects.requireNonNull(specification));
      return this;
    }

    /**
     * Adds an option; each needs a name of its own.
     *
     * @param option any option
     * @return this
     */
    public Builder addOption(OptionSpec option) {
      options.add(Objects.requireNonNull(option));
      return this;
    }

    /**
     * Sets the releases of Prosody that the module is made for. No call is generated that one of
     * them lacks.
     *
     * @param newTargets a range that lies within {@link Recipe#releases()}
     * @return this
     */
    public Builder targets(VersionRange newTargets) {
      this.targets = Objects.requireNonNull(newTargets);
      return this;
    }

    /**
     * Sets the XML namespace of the module's protocol, for recipes that have one. The default is
     * {@code urn:prosodykit:NAME:0}.
     *
     * @param newNamespace a URI of at most 255 characters
     * @return this
     */
    public Builder namespace(String newNamespace) {
      checked.put("namespace", Checks.namespace(newNamespace));
      this.namespace = Optional.of(newNamespace);
      return this;
    }

    /**
     * Allows or refuses a name that a module in the catalogue has. Prosody loads the first module
     * of a name that it finds, so such a module replaces that one.
     *
     * @param allowed whether to allow it; refused unless asked for
     * @return this
     */
    public Builder allowCatalogName(boolean allowed) {
      this.catalogNameAllowed = allowed;
      return this;
    }

    /**
     * Sets the catalogue whose names are refused. It is no part of the specification's value.
     *
     * @param newCatalog the catalogue; {@link ModuleCatalog#reference()} unless set
     * @return this
     */
    public Builder catalog(ModuleCatalog newCatalog) {
      this.catalog = Objects.requireNonNull(newCatalog);
      return this;
    }

    /**
     * Makes the specification.
     *
     * @return the specification
     * @throws InvalidSpecException if a value is not what its method asks for, the name is taken,
     *     two options share a name, the recipe cannot serve the targets or has no namespace
     */
    public ModuleSpec build() {
      List<String> problems = new ArrayList<>();
      checked.values().forEach(problem -> problem.ifPresent(problems::add));
      takenName().ifPresent(problems::add);
      Checks.duplicates(options).ifPresent(problems::add);
      Checks.targets(recipe, targets).ifPresent(problems::add);
      if (namespace.isPresent() && !recipe.namespaced()) {
        problems.add("modules of the recipe " + recipe + " have no namespace: leave it away");
      }
      if (!problems.isEmpty()) {
        throw new InvalidSpecException("module", problems);
      }
      return new ModuleSpec(this);
    }

    private Optional<String> takenName() {
      return catalogNameAllowed
          ? Optional.empty()
          : catalog
              .find(name)
              .map(
                  taken ->
                      "the catalogue has a module %s (%s, layer %s): choose another name, or allow this one to replace it"
                          .formatted(taken.name(), taken.purpose(), taken.layer().id()));
    }
  }
}
