package io.prosodykit.maven;

import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.Stability;
import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.ModuleSpecBuilder;
import io.prosodykit.scaffold.ModuleSpecParameters;
import io.prosodykit.scaffold.OptionSpec;
import io.prosodykit.scaffold.Recipe;
import io.prosodykit.scaffold.TemplateSet;
import io.prosodykit.specification.SpecificationList;
import io.prosodykit.text.Joined;
import io.prosodykit.version.VersionRange;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoFailureException;

/** The questions about a new module; each answer is checked before the next question. */
final class NewModulePrompts {
  private final TerminalPrompt prompt;
  private final Map<String, String> texts;
  private final TemplateSet templates;
  private final BiFunction<String, Recipe, ModuleSpecBuilder> modules;

  /**
   * Prepares the questions.
   *
   * @param texts the parameters by name; the answers are added
   * @param templates where recipes come from
   * @param modules begins a module with a name that is checked
   */
  NewModulePrompts(
      TerminalPrompt prompt,
      Map<String, String> texts,
      TemplateSet templates,
      BiFunction<String, Recipe, ModuleSpecBuilder> modules) {
    this.prompt = prompt;
    this.texts = texts;
    this.templates = templates;
    this.modules = modules;
  }

  /** Asks for the parameters that are not given. */
  void ask() throws MojoFailureException {
    String name =
        ask(
            "module",
            "Name of the new module, without mod_",
            "",
            text -> modules.apply(text, ModuleSpecParameters.DEFAULT_RECIPE).build());
    Recipe recipe =
        templates.parseRecipe(
            ask(
                "recipe",
                "Recipe: " + Joined.commas(templates.recipes()),
                defaultRecipe(),
                text -> modules.apply(name, templates.parseRecipe(text)).build()));
    ModuleSpecBuilder trial = ModuleSpec.builder(name, recipe).allowCatalogName(true);
    ask(
        "summary",
        "What it does, in a sentence",
        recipe.defaultSummary(),
        text -> trial.summary(text).build());
    ask("layer", among("Layer", Layer.values()), recipe.defaultLayer().id(), Layer::parse);
    ask(
        "stability",
        among("Stability", Stability.values()),
        recipe.defaultStability().id(),
        Stability::parse);
    ask(
        "targets",
        "Versions of Prosody, a list or a range",
        Joined.commas(recipe.defaultTargets().branches()),
        text -> trial.targets(VersionRange.parse(text)).build());
    ask("xeps", "Specifications, such as XEP-0199 (none)", "", SpecificationList::parse);
    ask(
        "options",
        "Options, such as " + name + "_text:string=hello (none)",
        "",
        OptionSpec::parseAll);
    ask("author", "Author (none)", "", text -> trial.author(text).build());
  }

  private String ask(String parameter, String question, String proposal, Consumer<String> reader)
      throws MojoFailureException {
    String answer = prompt.ask(texts.get(parameter), question, proposal, reader);
    texts.put(parameter, answer);
    return answer;
  }

  private static String defaultRecipe() {
    return ModuleSpecParameters.DEFAULT_RECIPE.id();
  }

  private static String among(String what, Object[] values) {
    return what + ": " + Joined.commas(Arrays.asList(values));
  }
}
