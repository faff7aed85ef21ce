package io.prosodykit.maven;

import io.prosodykit.scaffold.OnConflict;
import io.prosodykit.scaffold.Scaffold;
import io.prosodykit.scaffold.TemplateSet;
import java.io.File;
import java.io.IOException;
import java.util.List;
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
public final class NewModuleMojo extends AbstractProsodyMojo {
  /**
   * The module's name, without <code>mod_</code>: lower-case letters, digits and underscores. This
   * alone is enough. Example: <code>-Dprosody.module=greeter</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.module")
  private @Nullable String module;

  /**
   * The kind of module: <code>iq-handler</code> (answers a query to the host, the default) or
   * <code>guide</code> (the reference guide's template). Example: <code>-Dprosody.recipe=guide
   * </code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.recipe")
  private @Nullable String recipe;

  /**
   * What the module does, in a sentence. The default is the recipe's. Example: <code>
   * -Dprosody.summary="Answers a greeting"</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.summary")
  private @Nullable String summary;

  /**
   * More about the module, for its README. Example: <code>-Dprosody.description="Says hello."
   * </code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.description")
  private @Nullable String description;

  /**
   * Who made it. Example: <code>-Dprosody.author="Ada Lovelace"</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.author")
  private @Nullable String author;

  /**
   * The new module's own version. The default is the recipe's. Example: <code>
   * -Dprosody.moduleVersion=0.2.0</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.moduleVersion")
  private @Nullable String moduleVersion;

  /**
   * The layer that its example configuration is filed under, by id, name or number. The default is
   * the recipe's. Example: <code>-Dprosody.layer=services</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.layer")
  private @Nullable String layer;

  /**
   * How far it can be relied on: core, official, stable, beta, alpha. The default is the recipe's.
   * Example: <code>-Dprosody.stability=beta</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.stability")
  private @Nullable String stability;

  /**
   * The specifications that it implements: XEPs, also by their numbers alone, and RFCs. Example:
   * <code>-Dprosody.xeps=XEP-0199,30</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.xeps")
  private List<@Nullable String> xeps = List.of();

  /**
   * Its configuration options, each <code>NAME:TYPE=DEFAULT</code>, with commas between. The types
   * are string, boolean, integer, number and list; a list's texts have <code>|</code> between.
   * Write <code>\,</code> and <code>\|</code> for a comma and a bar in a text, <code>\n</code> for
   * a new line, <code>\\</code> for a backslash. Example: <code>
   * -Dprosody.options=greeter_text:string=hello,greeter_max:integer=3</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.options")
  private @Nullable String options;

  /**
   * The versions of Prosody that it is made for, a list or a range. The default is all that the
   * recipe can serve. Example: <code>-Dprosody.targets=0.12,13.0</code>, or <code>[0.12,13.0]
   * </code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.targets")
  private @Nullable String targets;

  /**
   * The XML namespace of its protocol, for recipes that have one. The default is <code>
   * urn:prosodykit:NAME:0</code>. Example: <code>-Dprosody.namespace=urn:example:greeter:0</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.namespace")
  private @Nullable String namespace;

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
    TemplateSet set = HouseTemplates.read(templates);
    SpecWords words =
        new SpecWords(catalog(), allowCatalogueName, set)
            .put("module", module)
            .put("recipe", recipe)
            .put("summary", summary)
            .put("description", description)
            .put("author", author)
            .put("moduleVersion", moduleVersion)
            .put("layer", layer)
            .put("stability", stability)
            .put("xeps", xeps.isEmpty() ? null : Joined.commas(xeps))
            .put("options", options)
            .put("targets", targets)
            .put("namespace", namespace);
    Mistakes mistakes = new Mistakes();
    if (module == null || module.isBlank()) {
      if (!interactive || !Terminal.isThere()) {
        throw new MojoFailureException(
            "prosody.module: name the new module, as in -Dprosody.module=greeter");
      }
      new Questions(new Interview(prompter), words).ask();
    }
    Optional<OnConflict> conflict =
        mistakes.read("prosody.onConflict", onConflict, OnConflict::parse);
    NewModule newModule =
        new NewModule(
            Scaffold.of(words.spec(mistakes), set),
            ModuleFolders.of(outputDirectory, pom, basedir),
            PACKAGING.equals(packaging) && outputDirectory == null);
    Answer.show(
        dryRun ? newModule.plan(conflict.orElseThrow()) : newModule.write(conflict.orElseThrow()));
  }
}
