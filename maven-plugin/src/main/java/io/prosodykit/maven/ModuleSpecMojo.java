package io.prosodykit.maven;

import io.prosodykit.text.Joined;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of the goals that write or change a module. */
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
   * The kind of module, one of those that <code>list-recipes</code> lists; by default <code>
   * iq-handler</code>. Example: <code>-Dprosody.recipe=http-endpoint</code>
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
   * The author. Example: <code>-Dprosody.author="Ada Lovelace"</code>
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
   * The stability level: core, official, stable, beta, alpha. The default is the recipe's. Example:
   * <code>-Dprosody.stability=beta</code>
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
   * NAME:TYPE=DEFAULT:DESCRIPTION</code>, separated by commas. The types are string, boolean,
   * integer, number, list, choice and period; the texts of a list and of a choice are separated by
   * <code>|</code>, the first choice is the default, and a period is a number followed by s, min,
   * h, d or w. For one of the recipe's own options, this sets another default. Write <code>\,
   * </code>, <code>\:</code> and <code>\|</code> for a comma, a colon and a bar in a text, <code>\n
   * </code> for a new line, <code>\\</code> for a backslash. Example: <code>
   * -Dprosody.options=greeter_text:string=hello,greeter_max:integer=3</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.options")
  private @Nullable String options;

  /**
   * The versions of Prosody that it is for, a list or a range. The default is the maintained
   * versions that the recipe supports: 0.12 and 13.0. Example: <code>-Dprosody.targets=0.11,0.12
   * </code>, or <code>[0.11,13.0]</code>
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
   * Other modules that it loads, separated by commas. One with a question mark is used if it is
   * enabled, but not loaded. Example: <code>-Dprosody.dependencies=disco,carbons?</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.dependencies")
  private @Nullable String dependencies;

  /**
   * Features that it announces in service discovery, besides those of the recipe: XML namespaces
   * separated by commas. Example: <code>-Dprosody.features=urn:example:notes:0</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.features")
  private @Nullable String features;

  /**
   * Actions that only some users may take, separated by commas. A colon and a role may follow each;
   * the default is <code>prosody:admin</code>. Example: <code>
   * -Dprosody.permissions=send,look:prosody:registered</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.permissions")
  private @Nullable String permissions;

  /**
   * Names of its data stores, separated by commas. A colon and a type may follow each: keyval, the
   * default, map or archive. Example: <code>
   * -Dprosody.stores=notes,log:archive</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.stores")
  private @Nullable String stores;

  /**
   * Events that it handles, besides those of the recipe, separated by commas. A colon and the
   * priority may follow an event, then <code>on server</code> for an event of the whole server,
   * then <code>requires ACTION</code> for a permission that the sender of the stanza must have.
   * Example: <code>-Dprosody.hooks="message/bare:5,message/host requires send"</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.hooks")
  private @Nullable String hooks;

  /** {@return the parameters that are given, by the names of {@code ModuleSpecParameters}} */
  final Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    put(texts, "module", module);
    put(texts, "recipe", recipe);
    put(texts, "summary", summary);
    put(texts, "description", description);
    put(texts, "author", author);
    put(texts, "moduleVersion", moduleVersion);
    put(texts, "layer", layer);
    put(texts, "stability", stability);
    put(texts, "xeps", xeps.isEmpty() ? null : Joined.commas(xeps));
    put(texts, "options", options);
    put(texts, "dependencies", dependencies);
    put(texts, "features", features);
    put(texts, "permissions", permissions);
    put(texts, "stores", stores);
    put(texts, "hooks", hooks);
    put(texts, "targets", targets);
    put(texts, "namespace", namespace);
    return texts;
  }

  private static void put(Map<String, String> texts, String name, @Nullable String text) {
    if (text != null) {
      texts.put(name, text);
    }
  }

  /** Whether the user has named the module. */
  final boolean isNamed() {
    return module != null && !module.isBlank();
  }
}
