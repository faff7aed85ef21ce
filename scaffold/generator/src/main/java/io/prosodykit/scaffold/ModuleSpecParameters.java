package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.Stability;
import io.prosodykit.specification.SpecificationList;
import io.prosodykit.text.NearestNames;
import io.prosodykit.text.VisibleText;
import io.prosodykit.version.VersionRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A module's specification as texts by the names of parameters, as a command line or a form has
 * them. {@link #NAMES} are the parameters; all but {@code module} may be missing. {@code xeps},
 * {@code options}, {@code dependencies}, {@code features}, {@code permissions}, {@code stores} and
 * {@code hooks} are lists with commas between.
 *
 * <p>Every problem that an {@link InvalidSpecException} of this class has is filed under the
 * parameter that it comes from: {@link SpecProblem#field} is one of {@link #NAMES}.
 *
 * @since 0.1.0
 */
public final class ModuleSpecParameters {
  /** The recipe of a new module if none is named. */
  public static final Recipe DEFAULT_RECIPE = Recipe.IQ_HANDLER;

  private static final ImmutableMap<
          String, BiFunction<ModuleSpecBuilder, String, ModuleSpecBuilder>>
      SETTERS =
          ImmutableMap.of(
              "summary", ModuleSpecBuilder::summary,
              "description", ModuleSpecBuilder::description,
              "author", ModuleSpecBuilder::author,
              "moduleVersion", ModuleSpecBuilder::version,
              "namespace", ModuleSpecBuilder::namespace);

  private static final ImmutableMap<String, Function<String, UnaryOperator<ModuleSpecBuilder>>>
      EDITS =
          ImmutableMap.of(
              "xeps", text -> PartEdits.specifications(SpecificationList.spelledOut(text)),
              "options", PartEdits::options,
              "dependencies", PartEdits::dependencies,
              "features", PartEdits::features,
              "permissions", PartEdits::permissions,
              "stores", PartEdits::stores,
              "hooks", PartEdits::hooks);

  /** The names of the parameters. */
  public static final ImmutableSet<String> NAMES =
      ImmutableSet.<String>builder()
          .add("module", "recipe", "layer", "stability", "targets")
          .addAll(SETTERS.keySet())
          .addAll(EDITS.keySet())
          .build();

  private final ImmutableMap<String, String> texts;
  private final TemplateSet templates;

  private ModuleSpecParameters(ImmutableMap<String, String> texts, TemplateSet templates) {
    this.texts = texts;
    this.templates = templates;
  }

  /**
   * Takes the texts. They are not read yet.
   *
   * @param texts the texts by name
   * @param templates where recipes come from
   * @return the parameters
   * @throws IllegalArgumentException if a name is not one of {@link #NAMES}
   */
  public static ModuleSpecParameters of(Map<String, String> texts, TemplateSet templates) {
    for (String name : texts.keySet()) {
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "unknown parameter \""
                + VisibleText.brief(name)
                + "\""
                + NearestNames.suggestion("parameter", NearestNames.of(name, NAMES)));
      }
    }
    return new ModuleSpecParameters(ImmutableMap.copyOf(texts), templates);
  }

  /**
   * Reads the texts as a new module.
   *
   * @param catalog the modules whose names are taken
   * @param allowCatalogName whether the module may have one of their names
   * @return the specification
   * @throws InvalidSpecException if a text cannot be read, or the module cannot be made; it has all
   *     problems
   */
  public ModuleSpec spec(ModuleCatalog catalog, boolean allowCatalogName) {
    ParameterReader reader = new ParameterReader(texts);
    ModuleSpecBuilder spec =
        ModuleSpec.builder(
                name(), reader.read("recipe", templates::parseRecipe).orElse(DEFAULT_RECIPE))
            .catalog(catalog)
            .allowCatalogName(allowCatalogName);
    spec = changed(spec, values(reader));
    for (String text : new LinkedHashSet<>(list("xeps"))) {
      reader.read("xeps", text, SpecificationList::parseOne).ifPresent(spec::addSpecification);
    }
    reader.each("options", OptionSpec::parseAll, spec::addOption);
    reader.each("dependencies", DependencySpec::parseAll, spec::addDependency);
    list("features").forEach(spec::addFeature);
    reader.each("permissions", PermissionSpec::parseAll, spec::addPermission);
    reader.each("stores", StoreSpec::parseAll, spec::addStore);
    reader.each("hooks", HookSpec::parseAll, spec::addHook);
    Optional<ModuleSpec> built = reader.build(spec);
    reader.check();
    return built.orElseThrow();
  }

  /**
   * {@return whether the parameter {@code module} is the name of a module in a catalogue, without
   * {@code mod_}}
   *
   * @param catalog the modules whose names are taken
   */
  public boolean isInCatalog(ModuleCatalog catalog) {
    String name = name();
    return !name.startsWith("mod_") && catalog.find(name).isPresent();
  }

  private String name() {
    return texts.getOrDefault("module", "").strip();
  }

  /**
   * Reads the recipe.
   *
   * @return the recipe; empty if none is named
   * @throws InvalidSpecException if the templates have no such recipe
   */
  public Optional<Recipe> recipe() {
    ParameterReader reader = new ParameterReader(texts);
    Optional<Recipe> recipe = reader.read("recipe", templates::parseRecipe);
    reader.check();
    return recipe;
  }

  /**
   * Reads the texts as changes to a module that exists, for {@link ModuleUpdate#of}. Parameters
   * that are missing change nothing, and lists change parts as {@link PartEdits} says. {@code
   * module} and {@code recipe} are not changes.
   *
   * @return the change
   * @throws InvalidSpecException if a text cannot be read; it has all problems
   */
  public UnaryOperator<ModuleSpecBuilder> changes() {
    ParameterReader reader = new ParameterReader(texts);
    List<UnaryOperator<ModuleSpecBuilder>> changes = values(reader);
    EDITS.forEach((parameter, edit) -> reader.read(parameter, edit).ifPresent(changes::add));
    reader.check();
    return spec -> changed(spec, changes);
  }

  private static ModuleSpecBuilder changed(
      ModuleSpecBuilder spec, List<UnaryOperator<ModuleSpecBuilder>> changes) {
    ModuleSpecBuilder changed = spec;
    for (UnaryOperator<ModuleSpecBuilder> change : changes) {
      changed = change.apply(changed);
    }
    return changed;
  }

  /** Reads the texts that are a single value each. */
  private List<UnaryOperator<ModuleSpecBuilder>> values(ParameterReader reader) {
    List<UnaryOperator<ModuleSpecBuilder>> values = new ArrayList<>();
    reader.read("layer", Layer::parse).ifPresent(layer -> values.add(spec -> spec.layer(layer)));
    reader
        .read("stability", Stability::parse)
        .ifPresent(stability -> values.add(spec -> spec.stability(stability)));
    reader
        .read("targets", VersionRange::parse)
        .ifPresent(targets -> values.add(spec -> spec.targets(targets)));
    SETTERS.forEach(
        (parameter, setter) -> {
          String text = texts.get(parameter);
          if (text != null) {
            values.add(spec -> setter.apply(spec, text));
          }
        });
    return values;
  }

  private List<String> list(String parameter) {
    return Arrays.stream(texts.getOrDefault(parameter, "").split(",", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }
}
