package io.prosodykit.maven;

import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.scaffold.FileUpdate;
import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.ModuleSpecBuilder;
import io.prosodykit.scaffold.ModuleUpdate;
import io.prosodykit.scaffold.Recipe;
import io.prosodykit.scaffold.TemplateSet;
import io.prosodykit.text.VisibleText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Brings a module that <code>new-module</code> has made to the current recipe, to other targets, or
 * to any other specification. The parameters are those of <code>new-module</code>, and what is not
 * given stays as it was. Lists such as <code>prosody.options</code> add parts; one with the name of
 * a part that is there takes its place, and a minus sign before a name removes the part: <code>
 * -Dprosody.options=greeter_kind:choice=soft|loud,-greeter_text</code>. Files that nobody changed
 * are replaced; in those that somebody changed, the changes are merged with what is new, and
 * conflicts are marked as git marks them. Files that are no longer made are deleted, unless
 * somebody changed them.
 *
 * @since 0.1.0
 */
@Mojo(name = "update-module", requiresProject = false, aggregator = true, threadSafe = true)
public final class UpdateModuleMojo extends ModuleSpecMojo {
  /**
   * The folder that holds the module's folder <code>mod_NAME</code>. The default is <code>
   * src/main/prosody</code> in a project, and the current folder where there is no POM. Example:
   * <code>-Dprosody.outputDirectory=modules</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.outputDirectory")
  private @Nullable File outputDirectory;

  /**
   * A folder with templates of your own, if the module was made from it. Example: <code>
   * -Dprosody.templates=our-templates</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.templates")
  private @Nullable File templates;

  /**
   * Whether to write nothing and only show the difference. Example: <code>-Dprosody.dryRun</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.dryRun", defaultValue = "false")
  private boolean dryRun;

  @Parameter(defaultValue = "${project.file}", readonly = true)
  private @Nullable File pom;

  /** Made by Maven. */
  public UpdateModuleMojo() {}

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    TemplateSet set = CustomTemplates.read(templates);
    ModuleSpecParameters words =
        words(new ModuleSpecParameters(ModuleCatalog.reference(), false, set));
    ParameterErrors mistakes = new ParameterErrors();
    String module = words.get("module");
    if (module == null || module.isBlank()) {
      mistakes.add("prosody.module: name the module, as in -Dprosody.module=greeter");
    }
    Optional<Recipe> recipe = words.recipe(mistakes);
    UnaryOperator<ModuleSpecBuilder> changes = words.changes(mistakes);
    mistakes.check();
    Path folder = ModuleFolders.of(outputDirectory, pom, basedir).resolve("mod_" + module);
    ModuleUpdate update = ModuleUpdate.of(folder, changes, set);
    checkRecipe(update.spec(), recipe);
    if (dryRun) {
      GoalOutput.show(
          update.difference() + report(update) + "Nothing was written: this is a dry run.\n");
      return;
    }
    update.write();
    GoalOutput.show(report(update));
    if (!update.conflicts().isEmpty()) {
      throw new MojoFailureException(
          VisibleText.lines(
              "conflicts in "
                  + Joined.commas(update.conflicts().stream().map(FileUpdate::path).toList())
                  + ": choose between what stands between the marks <<<<<<< and >>>>>>> there"));
    }
  }

  private static void checkRecipe(ModuleSpec spec, Optional<Recipe> recipe)
      throws MojoFailureException {
    if (recipe.isPresent() && !recipe.get().equals(spec.recipe())) {
      throw new MojoFailureException(
          "prosody.recipe: mod_%s was made by %s, and an update cannot change the recipe; make a new module by %s"
              .formatted(spec.name(), spec.recipe(), recipe.get()));
    }
  }

  private static String report(ModuleUpdate update) {
    Table table = new Table();
    for (FileUpdate file : update.files()) {
      switch (file.kind()) {
        case UNCHANGED -> {}
        case ADDED -> table.row("added", file.path());
        case REPLACED -> table.row("replaced", file.path());
        case MERGED -> table.row("merged", file.path());
        case CONFLICTED -> table.row("CONFLICT", file.path());
        case DELETED -> table.row("stays away", file.path());
        case REMOVED -> table.row("deleted", file.path() + " (no longer made)");
        case LEFT ->
            table.row(
                "left", file.path() + " (no longer made, but changed: delete it if you like)");
      }
    }
    String changes = table.toString();
    String name = "mod_" + update.spec().name();
    return changes.isEmpty()
        ? name + " is up to date.\n"
        : name
            + ", "
            + update.spec().recipe()
            + " for Prosody "
            + Joined.commas(update.spec().targets().branches())
            + ":\n"
            + changes;
  }
}
