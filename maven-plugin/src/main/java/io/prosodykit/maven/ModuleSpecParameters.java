package io.prosodykit.maven;

import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.Stability;
import io.prosodykit.scaffold.DependencySpec;
import io.prosodykit.scaffold.HookSpec;
import io.prosodykit.scaffold.InvalidSpecException;
import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.ModuleSpecBuilder;
import io.prosodykit.scaffold.OptionSpec;
import io.prosodykit.scaffold.PartEdits;
import io.prosodykit.scaffold.PermissionSpec;
import io.prosodykit.scaffold.Recipe;
import io.prosodykit.scaffold.SpecProblem;
import io.prosodykit.scaffold.StoreSpec;
import io.prosodykit.scaffold.TemplateSet;
import io.prosodykit.version.VersionRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** What a module is to be, in the user's words: texts by the names of the goal's parameters. */
final class ModuleSpecParameters {
  static final Recipe DEFAULT_RECIPE = Recipe.IQ_HANDLER;

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final ModuleCatalog catalog;
  private final boolean allowCatalogName;
  private final TemplateSet templates;

  ModuleSpecParameters(ModuleCatalog catalog, boolean allowCatalogName, TemplateSet templates) {
    this.catalog = catalog;
    this.templates = templates;
    this.allowCatalogName = allowCatalogName;
  }

  ModuleSpecParameters put(String parameter, @Nullable String text) {
    if (text != null) {
      texts.put(parameter, text);
    }
    return this;
  }

  @Nullable String get(String parameter) {
    return texts.get(parameter);
  }

  /** Where recipes come from. */
  TemplateSet templates() {
    return templates;
  }

  /** Begins a specification with a name that is not in use. */
  ModuleSpecBuilder builder(String name, Recipe recipe) {
    return ModuleSpec.builder(name, recipe).catalog(catalog).allowCatalogName(allowCatalogName);
  }

  /**
   * Reads all texts.
   *
   * @throws MojoFailureException if one of them, or what was found before, is wrong; it names all
   */
  ModuleSpec spec(ParameterErrors mistakes) throws MojoFailureException {
    String name = Optional.ofNullable(get("module")).orElse("").strip();
    Reader reader = new Reader(mistakes);
    ModuleSpecBuilder spec =
        changed(builder(name, recipe(mistakes).orElse(DEFAULT_RECIPE)), values(reader));
    mistakes
        .readAll("prosody.xeps", texts("xeps"), Specifications::parse)
        .forEach(spec::addSpecification);
    reader.each("options", OptionSpec::parseAll, spec::addOption);
    reader.each("dependencies", DependencySpec::parseAll, spec::addDependency);
    texts("features").stream()
        .map(String::strip)
        .filter(feature -> !feature.isEmpty())
        .forEach(spec::addFeature);
    reader.each("permissions", PermissionSpec::parseAll, spec::addPermission);
    reader.each("stores", StoreSpec::parseAll, spec::addStore);
    reader.each("hooks", HookSpec::parseAll, spec::addHook);
    try {
      ModuleSpec built = spec.build();
      mistakes.check();
      return built;
    } catch (InvalidSpecException e) {
      e.problems().forEach(problem -> mistakes.add(parameter(problem) + ": " + problem));
      if (!allowCatalogName && catalog.find(name).isPresent() && !name.startsWith("mod_")) {
        mistakes.advise("Allow it with -Dprosody.allowCatalogueName");
      }
      throw mistakes.failure();
    }
  }

  /** Reads the recipe, if one is named. */
  Optional<Recipe> recipe(ParameterErrors mistakes) {
    return new Reader(mistakes).read("recipe", templates::parseRecipe);
  }

  /** Reads the texts as changes of a module that there is: lists change its parts. */
  UnaryOperator<ModuleSpecBuilder> changes(ParameterErrors mistakes) {
    Reader reader = new Reader(mistakes);
    List<UnaryOperator<ModuleSpecBuilder>> changes = values(reader);
    Map<String, Function<String, UnaryOperator<ModuleSpecBuilder>>> edits = new LinkedHashMap<>();
    edits.put("xeps", text -> PartEdits.specifications(Specifications.named(text)));
    edits.put("options", PartEdits::options);
    edits.put("dependencies", PartEdits::dependencies);
    edits.put("features", PartEdits::features);
    edits.put("permissions", PartEdits::permissions);
    edits.put("stores", PartEdits::stores);
    edits.put("hooks", PartEdits::hooks);
    edits.forEach((parameter, edit) -> reader.read(parameter, edit).ifPresent(changes::add));
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
  private List<UnaryOperator<ModuleSpecBuilder>> values(Reader reader) {
    List<UnaryOperator<ModuleSpecBuilder>> values = new ArrayList<>();
    reader.read("layer", Layer::parse).ifPresent(layer -> values.add(spec -> spec.layer(layer)));
    reader
        .read("stability", Stability::parse)
        .ifPresent(stability -> values.add(spec -> spec.stability(stability)));
    reader
        .read("targets", VersionRange::parse)
        .ifPresent(targets -> values.add(spec -> spec.targets(targets)));
    Map<String, BiFunction<ModuleSpecBuilder, String, ModuleSpecBuilder>> setters =
        new LinkedHashMap<>();
    setters.put("summary", ModuleSpecBuilder::summary);
    setters.put("description", ModuleSpecBuilder::description);
    setters.put("author", ModuleSpecBuilder::author);
    setters.put("moduleVersion", ModuleSpecBuilder::version);
    setters.put("namespace", ModuleSpecBuilder::namespace);
    setters.forEach(
        (parameter, setter) -> {
          String text = get(parameter);
          if (text != null) {
            values.add(spec -> setter.apply(spec, text));
          }
        });
    return values;
  }

  private List<String> texts(String parameter) {
    return List.of(texts.getOrDefault(parameter, "").split(",", -1));
  }

  private static String parameter(SpecProblem problem) {
    return "prosody."
        + switch (problem.field()) {
          case "name" -> "module";
          case "version" -> "moduleVersion";
          default -> problem.field();
        };
  }

  private final class Reader {
    private final ParameterErrors mistakes;

    Reader(ParameterErrors mistakes) {
      this.mistakes = mistakes;
    }

    <T> void each(String parameter, Function<String, ? extends List<T>> reader, Consumer<T> adder) {
      read(parameter, reader).ifPresent(values -> values.forEach(adder));
    }

    <T> Optional<T> read(String parameter, Function<String, T> reader) {
      return mistakes.read("prosody." + parameter, get(parameter), reader);
    }
  }
}
