package io.prosodykit.maven;

import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.Stability;
import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.ModuleSpecBuilder;
import io.prosodykit.scaffold.OptionSpec;
import io.prosodykit.scaffold.Recipe;
import io.prosodykit.scaffold.TemplateSet;
import io.prosodykit.version.VersionRange;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoFailureException;

/** What to ask about a new module; each answer is checked before the next question. */
final class NewModulePrompts {
  private final TerminalPrompt interview;
  private final ModuleSpecParameters words;

  NewModulePrompts(TerminalPrompt interview, ModuleSpecParameters words) {
    this.interview = interview;
    this.words = words;
  }

  /** Asks for what has not been said. */
  void ask() throws MojoFailureException {
    String name =
        ask(
            "module",
            "Name of the new module, without mod_",
            "",
            text -> words.builder(text, ModuleSpecParameters.DEFAULT_RECIPE).build());
    TemplateSet templates = words.templates();
    Recipe recipe =
        templates.parseRecipe(
            ask(
                "recipe",
                "Recipe: " + Joined.commas(templates.recipes()),
                defaultRecipe(),
                text -> words.builder(name, templates.parseRecipe(text)).build()));
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
        Joined.commas(recipe.releases().branches()),
        text -> trial.targets(VersionRange.parse(text)).build());
    ask("xeps", "Specifications, such as XEP-0199 (none)", "", Specifications::parseAll);
    ask(
        "options",
        "Options, such as " + name + "_text:string=hello (none)",
        "",
        OptionSpec::parseAll);
    ask("author", "Author (none)", "", text -> trial.author(text).build());
  }

  private String ask(String parameter, String question, String proposal, Consumer<String> reader)
      throws MojoFailureException {
    String answer = interview.ask(words.get(parameter), question, proposal, reader);
    words.put(parameter, answer);
    return Objects.requireNonNull(answer);
  }

  private static String defaultRecipe() {
    return ModuleSpecParameters.DEFAULT_RECIPE.id();
  }

  private static String among(String what, Object[] values) {
    return what + ": " + Joined.commas(Arrays.asList(values));
  }
}
