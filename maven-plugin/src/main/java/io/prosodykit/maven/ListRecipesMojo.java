package io.prosodykit.maven;

import io.prosodykit.scaffold.RecipeListReport;
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
public final class ListRecipesMojo extends ReportMojo {
  /**
   * A folder with your own templates. Its recipes are listed, too. Example: <code>
   * -Dprosody.templates=our-templates</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.templates")
  private @Nullable File templates;

  /** Created by Maven. */
  public ListRecipesMojo() {}

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    ParameterErrors errors = new ParameterErrors();
    Optional<OutputFormat> output = format(errors);
    errors.check();
    TemplateSet set = CustomTemplates.read(templates);
    RecipeListReport report = RecipeListReport.of(set.recipes());
    print(
        new GoalOutput(report::toText, report::toJson, report::toCsv, report::toMarkdown),
        output.orElseThrow());
  }
}
