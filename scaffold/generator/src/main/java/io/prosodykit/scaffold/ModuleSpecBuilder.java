package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.Stability;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.version.VersionRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Builds a {@link ModuleSpec}. Methods that are named after a value replace it, and {@code add…}
 * appends. {@link #build()} reports all problems at once.
 *
 * @since 0.1.0
 */
public final class ModuleSpecBuilder {
  final String name;
  final Recipe recipe;

  /** What is wrong with the values that were set, if anything, by field. */
  final Map<String, Optional<String>> checked = new LinkedHashMap<>();

  /** The edits of {@link PartEdits} that could not be made. */
  final List<SpecProblem> failedEdits = new ArrayList<>();

  final Set<SpecRef> specifications = new LinkedHashSet<>();
  final List<OptionSpec> options = new ArrayList<>();
  final Set<DependencySpec> dependencies = new LinkedHashSet<>();
  final Set<String> features = new LinkedHashSet<>();
  final Set<PermissionSpec> permissions = new LinkedHashSet<>();
  final Set<StoreSpec> stores = new LinkedHashSet<>();
  final List<HookSpec> hooks = new ArrayList<>();
  String summary;
  String description = "";
  String author = "";
  String version;
  Layer layer;
  Stability stability;
  VersionRange targets;
  Optional<String> namespace = Optional.empty();
  boolean catalogNameAllowed;
  ModuleCatalog catalog = ModuleCatalog.reference();

  ModuleSpecBuilder(String name, Recipe recipe) {
    this.name = name;
    this.recipe = recipe;
    this.summary = recipe.defaultSummary();
    this.version = recipe.defaultVersion();
    this.layer = recipe.defaultLayer();
    this.stability = recipe.defaultStability();
    this.targets = recipe.defaultTargets();
    checked.put("name", RecipeChecks.moduleName(recipe, name));
  }

  ModuleSpecBuilder(ModuleSpec spec) {
    this(spec.name(), spec.recipe());
    summary(spec.summary()).description(spec.description()).author(spec.author());
    version(spec.version()).layer(spec.layer()).stability(spec.stability()).targets(spec.targets());
    spec.specifications().forEach(this::addSpecification);
    spec.options().forEach(this::addOption);
    spec.dependencies().forEach(this::addDependency);
    spec.features().forEach(this::addFeature);
    spec.permissions().forEach(this::addPermission);
    spec.stores().forEach(this::addStore);
    spec.hooks().forEach(this::addHook);
    spec.namespace().ifPresent(this::namespace);
    catalog(spec.catalog()).allowCatalogName(spec.catalogNameAllowed());
  }

  /**
   * Sets what the module does.
   *
   * @param newSummary a sentence, not blank
   * @return this
   */
  public ModuleSpecBuilder summary(String newSummary) {
    checked.put("summary", SpecValidation.sentence("summary", newSummary));
    this.summary = newSummary;
    return this;
  }

  /**
   * Sets the description of the module.
   *
   * @param newDescription any text; empty for none
   * @return this
   */
  public ModuleSpecBuilder description(String newDescription) {
    checked.put("description", SpecValidation.text("description", newDescription));
    this.description = newDescription;
    return this;
  }

  /**
   * Sets the author of the module.
   *
   * @param newAuthor any text; empty for none
   * @return this
   */
  public ModuleSpecBuilder author(String newAuthor) {
    checked.put("author", SpecValidation.text("author", newAuthor));
    this.author = newAuthor;
    return this;
  }

  /**
   * Sets the module's version.
   *
   * @param newVersion numbers separated by dots, for example {@code 0.1.0}, at most 32 characters
   * @return this
   */
  public ModuleSpecBuilder version(String newVersion) {
    checked.put("version", SpecValidation.version(newVersion));
    this.version = newVersion;
    return this;
  }

  /**
   * Sets the layer of the module, under which its example configuration is filed.
   *
   * @param newLayer any layer
   * @return this
   */
  public ModuleSpecBuilder layer(Layer newLayer) {
    this.layer = Objects.requireNonNull(newLayer);
    return this;
  }

  /**
   * Sets the stability of the module.
   *
   * @param newStability any stability
   * @return this
   */
  public ModuleSpecBuilder stability(Stability newStability) {
    this.stability = Objects.requireNonNull(newStability);
    return this;
  }

  /**
   * Adds a specification that the module implements. Duplicates are ignored.
   *
   * @param specification any specification
   * @return this
   */
  public ModuleSpecBuilder addSpecification(SpecRef specification) {
    specifications.add(Objects.requireNonNull(specification));
    return this;
  }

  /**
   * Adds an option with a unique name. An option with the name, type and choices of an {@linkplain
   * Recipe#options option of the recipe} changes the default of that option.
   *
   * @param option any option
   * @return this
   */
  public ModuleSpecBuilder addOption(OptionSpec option) {
    options.add(Objects.requireNonNull(option));
    return this;
  }

  /**
   * Adds another module that this one uses. Duplicates are ignored.
   *
   * @param dependency any module
   * @return this
   */
  public ModuleSpecBuilder addDependency(DependencySpec dependency) {
    dependencies.add(Objects.requireNonNull(dependency));
    return this;
  }

  /**
   * Adds a feature that the module advertises in service discovery (XEP-0030).
   *
   * @param feature an XML namespace
   * @return this
   */
  public ModuleSpecBuilder addFeature(String feature) {
    features.add(Objects.requireNonNull(feature));
    return this;
  }

  /**
   * Adds a permission for an action that only some users may perform.
   *
   * @param permission any permission
   * @return this
   */
  public ModuleSpecBuilder addPermission(PermissionSpec permission) {
    permissions.add(Objects.requireNonNull(permission));
    return this;
  }

  /**
   * Adds a store for data of the module.
   *
   * @param store any store
   * @return this
   */
  public ModuleSpecBuilder addStore(StoreSpec store) {
    stores.add(Objects.requireNonNull(store));
    return this;
  }

  /**
   * Adds an event that the module handles.
   *
   * @param hook any hook
   * @return this
   */
  public ModuleSpecBuilder addHook(HookSpec hook) {
    hooks.add(Objects.requireNonNull(hook));
    return this;
  }

  /**
   * Sets the releases of Prosody that the module targets. The generated code uses only what all of
   * them have. The default is {@link Recipe#defaultTargets()}.
   *
   * @param newTargets a range within {@link Recipe#releases()}
   * @return this
   */
  public ModuleSpecBuilder targets(VersionRange newTargets) {
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
  public ModuleSpecBuilder namespace(String newNamespace) {
    checked.put("namespace", SpecValidation.namespace(newNamespace));
    this.namespace = Optional.of(newNamespace);
    return this;
  }

  /**
   * Sets whether the name may be that of a module in the catalogue. Prosody loads the first module
   * with a name that it finds, so the new module replaces that one.
   *
   * @param allowed whether to allow it; false by default
   * @return this
   */
  public ModuleSpecBuilder allowCatalogName(boolean allowed) {
    this.catalogNameAllowed = allowed;
    return this;
  }

  /**
   * Sets the catalogue whose module names are refused. It is not part of the specification's value.
   *
   * @param newCatalog the catalogue; {@link ModuleCatalog#reference()} unless set
   * @return this
   */
  public ModuleSpecBuilder catalog(ModuleCatalog newCatalog) {
    this.catalog = Objects.requireNonNull(newCatalog);
    return this;
  }

  /**
   * Builds the specification.
   *
   * @return the specification
   * @throws InvalidSpecException if a value is not what its method requires, the name is taken, two
   *     options share a name or an option has a name that the recipe reserves, the recipe does not
   *     support the targets or a namespace, two parts of the same kind share a name, the module
   *     depends on itself, a hook requires a permission that is not defined, or a global module has
   *     parts that only hosts support
   */
  public ModuleSpec build() {
    ImmutableList<SpecProblem> problems = ModuleChecks.of(this);
    if (!problems.isEmpty()) {
      throw new InvalidSpecException("module", problems);
    }
    return new ModuleSpec(this);
  }
}
