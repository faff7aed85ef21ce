package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.SpecRef;
import io.prosodykit.catalog.Stability;
import io.prosodykit.version.VersionRange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
  private final ImmutableList<DependencySpec> dependencies;
  private final ImmutableList<String> features;
  private final ImmutableList<PermissionSpec> permissions;
  private final ImmutableList<StoreSpec> stores;
  private final ImmutableList<HookSpec> hooks;
  private final VersionRange targets;
  private final Optional<String> namespace;
  private final boolean catalogNameAllowed;
  private final ModuleCatalog catalog;

  ModuleSpec(ModuleSpecBuilder builder) {
    this.name = builder.name;
    this.recipe = builder.recipe;
    this.summary = builder.summary;
    this.description = builder.description;
    this.author = builder.author;
    this.version = builder.version;
    this.layer = builder.layer;
    this.stability = builder.stability;
    this.specifications = ImmutableList.copyOf(builder.specifications);
    this.options = OptionSpec.combined(recipe.options(name), builder.options);
    this.dependencies = ImmutableList.copyOf(builder.dependencies);
    this.features = ImmutableList.copyOf(builder.features);
    this.permissions = ImmutableList.copyOf(builder.permissions);
    this.stores = ImmutableList.copyOf(builder.stores);
    this.hooks = ImmutableList.copyOf(builder.hooks);
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
  public static ModuleSpecBuilder builder(String name, Recipe recipe) {
    return new ModuleSpecBuilder(name, recipe);
  }

  /**
   * Begins a specification that has all the values of this one.
   *
   * @return a new builder
   */
  public ModuleSpecBuilder toBuilder() {
    return new ModuleSpecBuilder(this);
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
   * @return each with a name of its own: those of the recipe, then the others in the order in which
   *     they were added
   */
  public ImmutableList<OptionSpec> options() {
    return options;
  }

  /**
   * Returns the other modules that the module loads.
   *
   * @return without duplicates, in the order in which they were added
   */
  public ImmutableList<DependencySpec> dependencies() {
    return dependencies;
  }

  /**
   * Returns the features that were added to those of the recipe.
   *
   * @return XML namespaces without duplicates, in the order in which they were added
   */
  public ImmutableList<String> features() {
    return features;
  }

  /**
   * Returns what only some users may do.
   *
   * @return without duplicates, in the order in which they were added
   */
  public ImmutableList<PermissionSpec> permissions() {
    return permissions;
  }

  /**
   * Returns the places where the module keeps data, besides those of the recipe.
   *
   * @return without duplicates, in the order in which they were added
   */
  public ImmutableList<StoreSpec> stores() {
    return stores;
  }

  /**
   * Returns the events that the module handles, besides those of the recipe.
   *
   * @return in the order in which they were added
   */
  public ImmutableList<HookSpec> hooks() {
    return hooks;
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

  /** The catalogue whose names are refused. */
  ModuleCatalog catalog() {
    return catalog;
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
    fields.put("dependencies", dependencies());
    fields.put("features", features());
    fields.put("permissions", permissions());
    fields.put("stores", stores());
    fields.put("hooks", hooks());
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
}
