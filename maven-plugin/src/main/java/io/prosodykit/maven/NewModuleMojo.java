package io.prosodykit.maven;

import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.ModuleSpecParameters;
import io.prosodykit.scaffold.OnConflict;
import io.prosodykit.scaffold.Scaffold;
import io.prosodykit.scaffold.TemplateSet;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.components.interactivity.Prompter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a new Lua module with documentation, passing specs, a rockspec and an example
 * configuration. On a terminal, without <code>-B</code> and without a name, it asks for the missing
 * parameters.
 *
 * @since 0.1.0
 */
@Mojo(name = "new-module", requiresProject = false, aggregator = true, threadSafe = true)
public final class NewModuleMojo extends ModuleSpecMojo {
  /**
   * The folder to create the module's folder <code>mod_NAME</code> in. The default is <code>
   * src/main/prosody</code> in a project, and the current folder without a POM. Example: <code>
   * -Dprosody.outputDirectory=modules</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.outputDirectory")
  private @Nullable File outputDirectory;

  /**
   * What to do with existing files: <code>fail</code> (nothing is written), <code>skip</code> (they
   * are kept) or <code>overwrite</code>. Example: <code>
   * -Dprosody.onConflict=overwrite</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.onConflict", defaultValue = "fail")
  private String onConflict;

  /**
   * A folder with your own templates. A folder in it that is named like a recipe replaces files of
   * the recipe; one with a <code>recipe.properties</code> is a new recipe. Example: <code>
   * -Dprosody.templates=our-templates</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.templates")
  private @Nullable File templates;

  /**
   * Whether to only print what would be written. Example: <code>-Dprosody.dryRun
   * </code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.dryRun", defaultValue = "false")
  private boolean dryRun;

  /**
   * Whether the module may have the name of a module in the catalogue, which it then replaces on a
   * server. Example: <code>-Dprosody.allowCatalogueName</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.allowCatalogueName", defaultValue = "false")
  private boolean allowCatalogueName;

  @Parameter(defaultValue = "${settings.interactiveMode}", readonly = true)
  private boolean interactive;

  @Parameter(defaultValue = "${project.file}", readonly = true)
  private @Nullable File pom;

  private final Prompter prompter;

  @Parameter(defaultValue = "${project.packaging}", readonly = true)
  private @Nullable String packaging;

  /**
   * Created by Maven.
   *
   * @param prompter asks on the terminal
   */
  @Inject
  public NewModuleMojo(Prompter prompter) {
    this.prompter = prompter;
  }

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    TemplateSet set = CustomTemplates.read(templates);
    ModuleCatalog catalog = catalog();
    Map<String, String> texts = texts();
    ParameterErrors errors = new ParameterErrors();
    if (!isNamed()) {
      if (!interactive || !Terminal.isThere()) {
        throw new MojoFailureException(
            "prosody.module: name the new module, as in -Dprosody.module=greeter");
      }
      new NewModulePrompts(
              new TerminalPrompt(prompter),
              texts,
              set,
              (name, recipe) ->
                  ModuleSpec.builder(name, recipe)
                      .catalog(catalog)
                      .allowCatalogName(allowCatalogueName))
          .ask();
    }
    Optional<OnConflict> conflict =
        errors.read("prosody.onConflict", onConflict, OnConflict::parse);
    NewModule newModule =
        new NewModule(
            Scaffold.of(spec(errors, catalog, ModuleSpecParameters.of(texts, set)), set),
            ModuleFolders.of(outputDirectory, pom, basedir),
            PACKAGING.equals(packaging) && outputDirectory == null,
            goal("test"));
    GoalOutput.show(
        dryRun ? newModule.plan(conflict.orElseThrow()) : newModule.write(conflict.orElseThrow()));
  }

  private ModuleSpec spec(
      ParameterErrors errors, ModuleCatalog catalog, ModuleSpecParameters parameters)
      throws MojoFailureException {
    Optional<ModuleSpec> spec =
        errors.readModule(() -> parameters.spec(catalog, allowCatalogueName));
    if (spec.isEmpty() && !allowCatalogueName && parameters.isInCatalog(catalog)) {
      errors.advise("Allow it with -Dprosody.allowCatalogueName");
    }
    errors.check();
    return spec.orElseThrow();
  }
}
