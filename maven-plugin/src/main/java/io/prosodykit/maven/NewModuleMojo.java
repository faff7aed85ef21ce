package io.prosodykit.maven;

import io.prosodykit.scaffold.OnConflict;
import io.prosodykit.scaffold.Scaffold;
import io.prosodykit.scaffold.TemplateSet;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.components.interactivity.Prompter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a new Lua module with its documentation, specs that pass as they are, a rockspec and an
 * example configuration. On a terminal, without <code>-B</code> and without a name, it asks for
 * what is missing.
 *
 * @since 0.1.0
 */
@Mojo(name = "new-module", requiresProject = false, aggregator = true, threadSafe = true)
public final class NewModuleMojo extends ModuleSpecMojo {
  /**
   * The folder that is to hold the module's folder <code>mod_NAME</code>. The default is <code>
   * src/main/prosody</code> in a project, and the current folder where there is no POM. Example:
   * <code>-Dprosody.outputDirectory=modules</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.outputDirectory")
  private @Nullable File outputDirectory;

  /**
   * What becomes of files that are there already: <code>fail</code> (nothing is written), <code>
   * skip</code> (they stay) or <code>overwrite</code>. Example: <code>
   * -Dprosody.onConflict=overwrite</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.onConflict", defaultValue = "fail")
  private String onConflict;

  /**
   * A folder with templates of your own. In it, a folder named like a recipe has files that stand
   * in for those of the recipe, or, with a <code>recipe.properties</code>, is a recipe of its own.
   * Example: <code>-Dprosody.templates=our-templates</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.templates")
  private @Nullable File templates;

  /**
   * Whether to write nothing and only print what would be written. Example: <code>-Dprosody.dryRun
   * </code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.dryRun", defaultValue = "false")
  private boolean dryRun;

  /**
   * Whether the module may have the name of one in the catalogue, which it then replaces on a
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
   * Made by Maven.
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
    ModuleSpecParameters words =
        words(new ModuleSpecParameters(catalog(), allowCatalogueName, set));
    ParameterErrors mistakes = new ParameterErrors();
    String module = words.get("module");
    if (module == null || module.isBlank()) {
      if (!interactive || !Terminal.isThere()) {
        throw new MojoFailureException(
            "prosody.module: name the new module, as in -Dprosody.module=greeter");
      }
      new NewModulePrompts(new TerminalPrompt(prompter), words).ask();
    }
    Optional<OnConflict> conflict =
        mistakes.read("prosody.onConflict", onConflict, OnConflict::parse);
    NewModule newModule =
        new NewModule(
            Scaffold.of(words.spec(mistakes), set),
            ModuleFolders.of(outputDirectory, pom, basedir),
            PACKAGING.equals(packaging) && outputDirectory == null);
    GoalOutput.show(
        dryRun ? newModule.plan(conflict.orElseThrow()) : newModule.write(conflict.orElseThrow()));
  }
}
