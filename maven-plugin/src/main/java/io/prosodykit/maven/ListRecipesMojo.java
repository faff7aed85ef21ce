package io.prosodykit.maven;

import io.prosodykit.scaffold.Recipe;
import io.prosodykit.scaffold.TemplateSet;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lists the recipes of <code>new-module</code>: the layer and the releases of Prosody of each, and
 * what its modules do.
 *
 * @since 0.1.0
 */
@Mojo(name = "list-recipes", requiresProject = false, aggregator = true, threadSafe = true)
public final class ListRecipesMojo extends AbstractProsodyMojo {
  /**
   * A folder with your own templates. Its recipes are listed, too. Example: <code>
   * -Dprosody.templates=our-templates</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.templates")
  private @Nullable File templates;

  /**
   * What to print on standard output: <code>table</code>, <code>json</code> or <code>csv</code>.
   * Example: <code>-Dprosody.format=json</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.format", defaultValue = "table")
  private String format;

  /**
   * The file to write the output to, in UTF-8, instead of standard output. Its folder is created if
   * necessary. Example: <code>-Dprosody.outputFile=recipes.json</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.outputFile")
  private @Nullable File outputFile;

  /** Created by Maven. */
  public ListRecipesMojo() {}

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    ParameterErrors errors = new ParameterErrors();
    Optional<OutputFormat> output = errors.read("prosody.format", format, OutputFormat::parse);
    errors.check();
    TemplateSet set = CustomTemplates.read(templates);
    new GoalOutput(
            () -> RecipeList.table(set.recipes()),
            () -> Recipe.toJson(set.recipes()),
            () -> RecipeList.csv(set.recipes()))
        .print(output.orElseThrow(), outputFile);
  }
}
