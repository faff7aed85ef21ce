package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.scaffold.template.TemplateException;
import io.prosodykit.scaffold.template.TemplateFiles;
import io.prosodykit.scaffold.template.TemplateRenderer;
import io.prosodykit.scaffold.template.TemplateText;
import io.prosodykit.scaffold.template.UnusedTemplates;
import io.prosodykit.text.EnumNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A source of templates: those of this library, optionally preceded by a custom folder.
 *
 * <p>A custom folder has a folder for each recipe, named after its id. A file in it replaces the
 * file with that name in the library's recipe. A folder with a {@code recipe.properties} is a new
 * recipe, which takes missing files from the recipe that {@code base} names. Files that neither has
 * come from the folders {@code common}, the custom one first.
 *
 * <p>The files of a recipe are {@code module.lua}, {@code module_spec.lua}, {@code README.md},
 * {@code introduction.md}, {@code configuration.md}, {@code module.cfg.lua}, {@code luacheckrc} and
 * {@code module.rockspec}, each with the suffix {@code .mustache} if it is a template.
 *
 * @since 0.1.0
 */
public final class TemplateSet {
  /** The templates of this library. */
  static final TemplateSet BUILT_IN = new TemplateSet(Optional.empty());

  private static final String PROPERTIES = "recipe.properties";
  private static final String COMMON = "common";

  /** The ids in the order of their layers. */
  private static final ImmutableSet<String> IDS =
      ImmutableSet.of(
          "guide",
          "net-listener",
          "auth-provider",
          "stream-feature",
          "iq-handler",
          "message-filter",
          "adhoc-command",
          "presence-watch",
          "pep-service",
          "muc-plugin",
          "component",
          "storage-driver",
          "archive-policy",
          "http-endpoint",
          "webhook",
          "shell-command",
          "metrics",
          "scheduled-task");

  private final TemplateFiles files;
  private final Map<String, Recipe> recipes = new ConcurrentHashMap<>();

  /** Templates are read and compiled once for each recipe that is used. */
  private final Map<Recipe, TemplateRenderer> renderers = new ConcurrentHashMap<>();

  private final Map<Recipe, Map<String, Optional<TemplateText>>> texts = new ConcurrentHashMap<>();

  private TemplateSet(Optional<Path> customTemplates) {
    this.files = new TemplateFiles(customTemplates);
  }

  /** {@return the templates of this library, which {@link Scaffold#of(ModuleSpec)} uses} */
  public static TemplateSet builtIn() {
    return BUILT_IN;
  }

  /**
   * {@return the templates of a custom folder, followed by those of this library}
   *
   * @param folder the folder; its recipes are read now, and its templates when they are needed
   * @throws InvalidSpecException if a recipe of the folder is invalid, a file is not used by
   *     anything or is larger than {@link BoundedFile#TEXT_LIMIT}, or a link leads out of the
   *     folder; the exception has all problems
   * @throws IOException if the folder cannot be read
   */
  public static TemplateSet of(Path folder) throws IOException {
    TemplateSet set = new TemplateSet(Optional.of(folder));
    UnusedTemplates unused = UnusedTemplates.read(folder);
    List<SpecProblem> problems = new ArrayList<>();
    unused.refused().forEach(refused -> problems.add(new SpecProblem("templates", refused)));
    if (!problems.isEmpty()) {
      throw new InvalidSpecException("templates", problems);
    }
    for (String id : set.files.customFolders(PROPERTIES)) {
      try {
        set.recipe(id).base().ifPresent(set::parseRecipe);
      } catch (InvalidSpecException e) {
        problems.addAll(e.problems());
      } catch (IllegalArgumentException e) {
        problems.add(
            new SpecProblem("templates", id + "/" + PROPERTIES + ": base: " + e.getMessage()));
      }
    }
    if (problems.isEmpty()) {
      unused
          .unused(set.ids(), set::hasRole)
          .forEach(problem -> problems.add(new SpecProblem("templates", problem)));
    }
    if (!problems.isEmpty()) {
      throw new InvalidSpecException("templates", problems);
    }
    return set;
  }

  /**
   * Returns whether a file with this name is used: by the library, or as a recipe's test double.
   */
  private boolean hasRole(String name) {
    String plain = UnusedTemplates.plain(name);
    return Stream.concat(Stream.of(COMMON), IDS.stream())
            .anyMatch(
                folder ->
                    TemplateFiles.isBuiltIn(folder, plain)
                        || TemplateFiles.isBuiltIn(folder, plain + ".mustache"))
        || recipes().stream()
            .anyMatch(recipe -> recipe.doubles().contains(plain.replaceFirst("\\.lua$", "")));
  }

  private ImmutableSet<String> ids() throws IOException {
    return ImmutableSet.<String>builder()
        .addAll(IDS)
        .addAll(files.customFolders(PROPERTIES))
        .build();
  }

  /** {@return all recipes: those of the library by layer, then those of the custom folder by id} */
  public ImmutableList<Recipe> recipes() {
    try {
      return ids().stream().map(this::recipe).collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Parses the id of a recipe, ignoring case.
   *
   * @param text for example {@code iq-handler}
   * @return the recipe
   * @throws IllegalArgumentException for any other text; the message lists the recipes
   */
  public Recipe parseRecipe(String text) {
    ImmutableMap.Builder<String, Recipe> byId = ImmutableMap.builder();
    recipes().forEach(recipe -> byId.put(recipe.id(), recipe));
    return EnumNames.parse("recipe", byId.buildOrThrow(), text);
  }

  /**
   * Works without a lock, because the first recipe initializes the constants of {@link Recipe},
   * which call this.
   */
  Recipe recipe(String id) {
    Recipe known = recipes.get(id);
    if (known != null) {
      return known;
    }
    Supplier<String> properties = files.find(id, PROPERTIES).orElseThrow();
    Recipe recipe =
        new Recipe(id, () -> RecipeProperties.parse(id + "/" + PROPERTIES, properties.get()));
    Recipe other = recipes.putIfAbsent(id, recipe);
    return other == null ? recipe : other;
  }

  /** {@return the renderer for the templates of a recipe} */
  TemplateRenderer renderer(Recipe recipe) {
    return renderers.computeIfAbsent(
        recipe, key -> new TemplateRenderer(name -> read(recipe, name)));
  }

  /** {@return the text of a file of a recipe, for example {@code README.md.mustache}} */
  String read(Recipe recipe, String name) {
    return required(recipe, name).text();
  }

  /** {@return a file that a recipe must have} */
  TemplateText required(Recipe recipe, String name) {
    return file(recipe, name)
        .orElseThrow(() -> new TemplateException("recipe " + recipe + " has no file " + name));
  }

  /** {@return the file of a recipe with this name, if any} */
  Optional<TemplateText> file(Recipe recipe, String name) {
    return texts
        .computeIfAbsent(recipe, key -> new ConcurrentHashMap<>())
        .computeIfAbsent(name, key -> find(recipe, name).map(text -> new TemplateText(text.get())));
  }

  private Optional<Supplier<String>> find(Recipe recipe, String name) {
    TreeSet<String> seen = new TreeSet<>();
    Optional<Recipe> next = Optional.of(recipe);
    while (next.isPresent() && seen.add(next.get().id())) {
      Optional<Supplier<String>> found = files.find(next.get().id(), name);
      if (found.isPresent()) {
        return found;
      }
      next = next.get().base().map(this::parseRecipe);
    }
    return files.find(COMMON, name);
  }
}
