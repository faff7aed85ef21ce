package io.prosodykit.scaffold;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.Stability;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.version.VersionRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The specification of a new module: its name, its recipe and the contents of its files.
 *
 * <pre>{@code
 * ModuleSpec spec = ModuleSpec.builder("greeter", Recipe.IQ_HANDLER)
 *     .summary("Answers a greeting")
 *     .addOption(OptionSpec.string("greeter_text", "hello"))
 *     .build();
 * }</pre>
 *
 * <p>Texts may contain any Unicode characters, and are quoted wherever they are written.
 *
 * @since 0.1.0
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
    this.options = options(recipe.options(name), builder.options);
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

  /** Adds options to those of a recipe, or changes their defaults. */
  private static ImmutableList<OptionSpec> options(List<OptionSpec> recipe, List<OptionSpec> own) {
    Map<String, OptionSpec> byName = new LinkedHashMap<>();
    recipe.forEach(option -> byName.put(option.name(), option));
    own.forEach(
        option -> byName.merge(option.name(), option, (old, added) -> added.replacing(old)));
    return ImmutableList.copyOf(byName.values());
  }

  /**
   * {@return a builder in which everything else has the defaults of the recipe}
   *
   * @param name the module's name without {@code mod_}: lower-case letters, digits and underscores,
   *     at most 64, starting with a letter, not a keyword of Lua
   * @param recipe the kind of module
   */
  public static ModuleSpecBuilder builder(String name, Recipe recipe) {
    return new ModuleSpecBuilder(name, recipe);
  }

  /** {@return a new builder with all values of this specification} */
  public ModuleSpecBuilder toBuilder() {
    return new ModuleSpecBuilder(this);
  }

  /** {@return the module's name, without {@code mod_}} */
  public String name() {
    return name;
  }

  /** {@return the recipe that the module is made from} */
  public Recipe recipe() {
    return recipe;
  }

  /** {@return what the module does, in a sentence; not blank} */
  public String summary() {
    return summary;
  }

  /** {@return a longer description of the module; may be empty} */
  public String description() {
    return description;
  }

  /** {@return the author of the module; empty if nobody is named} */
  public String author() {
    return author;
  }

  /** {@return the module's version, for example {@code 0.1.0}} */
  public String version() {
    return version;
  }

  /** {@return the layer of the module, under which its example configuration is filed} */
  public Layer layer() {
    return layer;
  }

  /** {@return the stability of the module} */
  public Stability stability() {
    return stability;
  }

  /**
   * {@return the specifications that the module implements, without duplicates, in insertion order}
   */
  public ImmutableList<SpecRef> specifications() {
    return specifications;
  }

  /**
   * {@return the module's options, with unique names: those of the recipe, then the others in
   * insertion order}
   */
  public ImmutableList<OptionSpec> options() {
    return options;
  }

  /** {@return the other modules that the module uses, without duplicates, in insertion order} */
  public ImmutableList<DependencySpec> dependencies() {
    return dependencies;
  }

  /**
   * {@return the XML namespaces that the module advertises in addition to those of the recipe,
   * without duplicates, in insertion order}
   */
  public ImmutableList<String> features() {
    return features;
  }

  /** {@return the permissions that the module adds, without duplicates, in insertion order} */
  public ImmutableList<PermissionSpec> permissions() {
    return permissions;
  }

  /**
   * {@return the stores of the module in addition to those of the recipe, without duplicates, in
   * insertion order}
   */
  public ImmutableList<StoreSpec> stores() {
    return stores;
  }

  /**
   * {@return the events that the module handles in addition to those of the recipe, in insertion
   * order}
   */
  public ImmutableList<HookSpec> hooks() {
    return hooks;
  }

  /**
   * {@return the releases of Prosody that the module targets, a range within {@link
   * Recipe#releases()}}
   */
  public VersionRange targets() {
    return targets;
  }

  /** {@return the XML namespace of the module's protocol; empty for recipes without one} */
  public Optional<String> namespace() {
    return recipe.namespaced()
        ? Optional.of(namespace.orElse("urn:prosodykit:" + name + ":0"))
        : Optional.empty();
  }

  /**
   * {@return whether the module may have the name of a module in the catalogue and replace it;
   * false by default}
   */
  public boolean catalogNameAllowed() {
    return catalogNameAllowed;
  }

  /** {@return the catalogue whose module names are refused} */
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

  /** {@return all values, for diagnostics} */
  @Override
  public String toString() {
    return "ModuleSpec" + fields();
  }

  @JsonValue
  Map<String, Object> document() {
    return SpecDocument.of(this);
  }
}
