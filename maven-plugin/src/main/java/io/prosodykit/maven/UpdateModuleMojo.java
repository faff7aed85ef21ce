package io.prosodykit.maven;

import io.prosodykit.scaffold.FileUpdate;
import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.ModuleSpecBuilder;
import io.prosodykit.scaffold.ModuleSpecParameters;
import io.prosodykit.scaffold.ModuleUpdate;
import io.prosodykit.scaffold.Recipe;
import io.prosodykit.scaffold.TemplateSet;
import io.prosodykit.text.Joined;
import io.prosodykit.text.VisibleText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Updates a module that <code>new-module</code> wrote to the current recipe, to other targets, or
 * to any other specification. The parameters are those of <code>new-module</code>; those that are
 * not given do not change. Lists such as <code>prosody.options</code> add parts. A part with the
 * name of an existing one replaces it, and a minus sign before a name removes the part: <code>
 * -Dprosody.options=greeter_kind:choice=soft|loud,-greeter_text</code>. Files that nobody changed
 * are replaced. Your changes to other files are merged with the new content, and conflicts are
 * marked as in git. Files that the recipe no longer has are deleted unless you changed them.
 *
 * @since 0.1.0
 */
@Mojo(name = "update-module", requiresProject = false, aggregator = true, threadSafe = true)
public final class UpdateModuleMojo extends ModuleSpecMojo {
  /**
   * The folder that contains the module's folder <code>mod_NAME</code>. The default is <code>
   * src/main/prosody</code> in a project, and the current folder without a POM. Example: <code>
   * -Dprosody.outputDirectory=modules</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.outputDirectory")
  private @Nullable File outputDirectory;

  /**
   * The folder with your own templates, if the module was made from it. Example: <code>
   * -Dprosody.templates=our-templates</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.templates")
  private @Nullable File templates;

  /**
   * Whether to only print the difference. Example: <code>-Dprosody.dryRun</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.dryRun", defaultValue = "false")
  private boolean dryRun;

  @Parameter(defaultValue = "${project.file}", readonly = true)
  private @Nullable File pom;

  /** Created by Maven. */
  public UpdateModuleMojo() {}

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    TemplateSet set = CustomTemplates.read(templates);
    Map<String, String> texts = texts();
    ModuleSpecParameters parameters = ModuleSpecParameters.of(texts, set);
    ParameterErrors errors = new ParameterErrors();
    if (!isNamed()) {
      errors.add("prosody.module: name the module, as in -Dprosody.module=greeter");
    }
    Optional<Recipe> recipe = errors.readModule(parameters::recipe).flatMap(named -> named);
    Optional<UnaryOperator<ModuleSpecBuilder>> changes = errors.readModule(parameters::changes);
    errors.check();
    Path folder =
        ModuleFolders.of(outputDirectory, pom, basedir).resolve("mod_" + texts.get("module"));
    ModuleUpdate update = ModuleUpdate.of(folder, changes.orElseThrow(), set);
    checkRecipe(update.spec(), recipe);
    if (dryRun) {
      GoalOutput.show(
          update.difference() + update.summary() + "Nothing was written: this is a dry run.\n");
      return;
    }
    update.write();
    GoalOutput.show(update.summary());
    if (!update.conflicts().isEmpty()) {
      throw new MojoFailureException(
          VisibleText.lines(
              "conflicts in "
                  + Joined.commas(update.conflicts().stream().map(FileUpdate::path).toList())
                  + ": resolve them between the markers <<<<<<< and >>>>>>>"));
    }
  }

  private static void checkRecipe(ModuleSpec spec, Optional<Recipe> recipe)
      throws MojoFailureException {
    if (recipe.isPresent() && !recipe.get().equals(spec.recipe())) {
      throw new MojoFailureException(
          "prosody.recipe: mod_%s was made with %s, and an update cannot change the recipe; write a new module with %s"
              .formatted(spec.name(), spec.recipe(), recipe.get()));
    }
  }
}
