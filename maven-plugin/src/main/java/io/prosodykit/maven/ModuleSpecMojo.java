package io.prosodykit.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What a module is to be: the parameters of the goals that make or change one. */
abstract class ModuleSpecMojo extends AbstractProsodyMojo {
  /**
   * The module's name, without <code>mod_</code>: lower-case letters, digits and underscores. This
   * alone is enough. Example: <code>-Dprosody.module=greeter</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.module")
  private @Nullable String module;

  /**
   * The kind of module, one of those that <code>list-recipes</code> lists; <code>iq-handler</code>
   * unless told otherwise. Example: <code>-Dprosody.recipe=http-endpoint</code>
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
   * The module's own version. The default is the recipe's. Example: <code>
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
   * Its configuration options, each <code>NAME:TYPE=DEFAULT</code> or <code>
   * NAME:TYPE=DEFAULT:DESCRIPTION</code>, with commas between. The types are string, boolean,
   * integer, number, list, choice and period; the texts of a list and of a choice have <code>|
   * </code> between, the first choice is the default, and a period is a number with s, min, h, d or
   * w behind it. One of the recipe's own options gets another default. Write <code>\,</code>,
   * <code>\:</code> and <code>\|</code> for a comma, a colon and a bar in a text, <code>\n</code>
   * for a new line, <code>\\</code> for a backslash. Example: <code>
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
   * Other modules that it loads, with commas between; one with a question mark is used where it is
   * enabled, and not loaded. Example: <code>-Dprosody.dependencies=disco,carbons?</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.dependencies")
  private @Nullable String dependencies;

  /**
   * Features that it announces in service discovery, besides those of the recipe: XML namespaces
   * with commas between. Example: <code>-Dprosody.features=urn:example:notes:0</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.features")
  private @Nullable String features;

  /**
   * What only some users may do, with commas between: actions, each with a colon and a role behind
   * it, or for <code>prosody:admin</code>. Example: <code>
   * -Dprosody.permissions=send,look:prosody:registered</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.permissions")
  private @Nullable String permissions;

  /**
   * Places where it keeps data, with commas between: names, each with a colon and a type behind it,
   * or of type keyval. The others are map and archive. Example: <code>
   * -Dprosody.stores=notes,log:archive</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.stores")
  private @Nullable String stores;

  /**
   * Events that it handles, besides those of the recipe, with commas between. A colon and the
   * priority may follow an event, then <code>on server</code> for one of the whole server, then
   * <code>requires ACTION</code> for a permission that whoever sent the stanza must have. Example:
   * <code>-Dprosody.hooks="message/bare:5,message/host requires send"</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.hooks")
  private @Nullable String hooks;

  /** Adds what the user has said. */
  final ModuleSpecParameters words(ModuleSpecParameters words) {
    return words
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
        .put("dependencies", dependencies)
        .put("features", features)
        .put("permissions", permissions)
        .put("stores", stores)
        .put("hooks", hooks)
        .put("targets", targets)
        .put("namespace", namespace);
  }
}
