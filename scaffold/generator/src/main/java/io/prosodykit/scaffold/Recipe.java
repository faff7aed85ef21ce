package io.prosodykit.scaffold;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.Stability;
import io.prosodykit.json.Json;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A kind of module that can be scaffolded: a folder of templates, and what {@code
 * recipe.properties} in it says. The constants are the recipes of this library; a {@link
 * TemplateSet} can add more.
 */
public final class Recipe {
  /** The module template of the reference guide: global, with an option, logging what it does. */
  public static final Recipe GUIDE = TemplateSet.BUILT_IN.recipe("guide");

  /** Answers an iq of type get that is sent to the host, and advertises that in disco. */
  public static final Recipe IQ_HANDLER = TemplateSet.BUILT_IN.recipe("iq-handler");

  /** Listens on a port of its own, and answers a protocol of lines. */
  public static final Recipe NET_LISTENER = TemplateSet.BUILT_IN.recipe("net-listener");

  /** Drops, bounces or marks messages that hold a configured word. */
  public static final Recipe MESSAGE_FILTER = TemplateSet.BUILT_IN.recipe("message-filter");

  /** Reacts to clients that become available, with a state for each session. */
  public static final Recipe PRESENCE_WATCH = TemplateSet.BUILT_IN.recipe("presence-watch");

  /** Offers administrators an ad-hoc command (XEP-0050) with a form. */
  public static final Recipe ADHOC_COMMAND = TemplateSet.BUILT_IN.recipe("adhoc-command");

  /** Handles what happens in rooms (XEP-0045). */
  public static final Recipe MUC_PLUGIN = TemplateSet.BUILT_IN.recipe("muc-plugin");

  /** Is a host of its own. */
  public static final Recipe COMPONENT = TemplateSet.BUILT_IN.recipe("component");

  /** Answers over HTTP, with JSON. */
  public static final Recipe HTTP_ENDPOINT = TemplateSet.BUILT_IN.recipe("http-endpoint");

  /** Posts events to a URL, and tries again. */
  public static final Recipe WEBHOOK = TemplateSet.BUILT_IN.recipe("webhook");

  /** Counts and times through Prosody's statistics. */
  public static final Recipe METRICS = TemplateSet.BUILT_IN.recipe("metrics");

  /** Runs a task every hour or day. */
  public static final Recipe SCHEDULED_TASK = TemplateSet.BUILT_IN.recipe("scheduled-task");

  /** Knows the users of a host and their passwords; its name begins with {@code auth_}. */
  public static final Recipe AUTH_PROVIDER = TemplateSet.BUILT_IN.recipe("auth-provider");

  /** Advertises a stream feature, and answers its negotiation. */
  public static final Recipe STREAM_FEATURE = TemplateSet.BUILT_IN.recipe("stream-feature");

  /** Publishes to PEP nodes (XEP-0163), and reacts to what is published. */
  public static final Recipe PEP_SERVICE = TemplateSet.BUILT_IN.recipe("pep-service");

  /** Keeps data and archives in files; its name begins with {@code storage_}. */
  public static final Recipe STORAGE_DRIVER = TemplateSet.BUILT_IN.recipe("storage-driver");

  /** Decides which messages the archive (XEP-0313) keeps. */
  public static final Recipe ARCHIVE_POLICY = TemplateSet.BUILT_IN.recipe("archive-policy");

  /** Adds commands to Prosody's admin shell; for Prosody 0.12 and later. */
  public static final Recipe SHELL_COMMAND = TemplateSet.BUILT_IN.recipe("shell-command");

  private final String id;
  private final Supplier<RecipeProperties> properties;

  /** The properties are read when somebody asks for them, and once. */
  Recipe(String id, Supplier<RecipeProperties> properties) {
    this.id = id;
    this.properties = Suppliers.memoize(properties::get);
  }

  /**
   * Returns the recipes of this library.
   *
   * @return all of them, by layer
   */
  public static ImmutableList<Recipe> all() {
    return TemplateSet.BUILT_IN.recipes();
  }

  /**
   * Reads a recipe of this library by its id, in any case.
   *
   * @param text for example {@code iq-handler}
   * @return the recipe
   * @throws IllegalArgumentException for any other text; the message names the recipes
   */
  public static Recipe parse(String text) {
    return TemplateSet.BUILT_IN.parseRecipe(text);
  }

  /**
   * Returns the name for people and folders.
   *
   * @return for example {@code iq-handler}
   */
  public String id() {
    return id;
  }

  /**
   * Returns what a module of this kind does, to be seen from outside.
   *
   * @return words that follow "it": {@code answers an iq of type get}
   */
  public String does() {
    return properties.get().does();
  }

  /**
   * Returns what a module of this kind says of itself if nobody says better.
   *
   * @return a sentence without a full stop
   */
  public String defaultSummary() {
    return properties.get().summary();
  }

  /**
   * Returns the version of a new module.
   *
   * @return for example {@code 0.1.0}
   */
  public String defaultVersion() {
    return properties.get().version();
  }

  /**
   * Returns the revision of the recipe, which modules record.
   *
   * @return for example {@code 1}
   */
  public String revision() {
    return properties.get().revision();
  }

  /**
   * Returns the layer of a new module.
   *
   * @return the layer that its example configuration is filed under
   */
  public Layer defaultLayer() {
    return properties.get().layer();
  }

  /**
   * Returns the stability of a new module.
   *
   * @return what its documentation says
   */
  public Stability defaultStability() {
    return properties.get().stability();
  }

  /**
   * Tells whether modules of this kind have an XML namespace of their own.
   *
   * @return whether {@link ModuleSpecBuilder#namespace} is allowed
   */
  public boolean namespaced() {
    return properties.get().namespaced();
  }

  /**
   * Tells whether modules of this kind are loaded once for the whole server.
   *
   * @return whether they call {@code module:set_global()}
   */
  public boolean global() {
    return properties.get().global();
  }

  /**
   * Returns how the names of modules of this kind begin, which is how Prosody finds them.
   *
   * @return for example {@code auth_}; empty where any name will do
   */
  public String prefix() {
    return properties.get().prefix();
  }

  /**
   * Returns the releases of Prosody that modules of this kind can be made for.
   *
   * @return a range that encloses the targets of every specification
   */
  public VersionRange releases() {
    return properties.get().releases();
  }

  /**
   * Returns what is different on some releases: within {@link #releases()} what the module does
   * otherwise there, outside of it why there is none.
   *
   * @return sentences without a full stop, by branch, the oldest first
   */
  public ImmutableSortedMap<ProsodyVersion, String> remarks() {
    return properties.get().remarks();
  }

  /**
   * Returns the options that every module of this kind has, before those of its specification.
   *
   * @param module the module's name, with which the options' names begin
   * @return the options
   */
  public ImmutableList<OptionSpec> options(String module) {
    return properties.get().options(module);
  }

  /**
   * Writes recipes as a JSON document: an object with the list {@code recipes}, each with its id,
   * layer, releases, what it does, the names of its options (behind the module's name) and its
   * remarks by release.
   *
   * @param recipes any recipes
   * @return the document
   */
  public static String toJson(Iterable<Recipe> recipes) {
    return Json.write(Map.of("recipes", Iterables.transform(recipes, Recipe::fields)));
  }

  private static Map<String, Object> fields(Recipe recipe) {
    Map<String, String> remarks = new LinkedHashMap<>();
    recipe.remarks().forEach((branch, remark) -> remarks.put(branch.toString(), remark));
    return ImmutableMap.of(
        "id",
        recipe.id(),
        "layer",
        recipe.defaultLayer().id(),
        "releases",
        recipe.releases().branches(),
        "does",
        recipe.does(),
        "prefix",
        recipe.prefix(),
        "options",
        Lists.transform(recipe.options("x"), option -> option.name().substring("x_".length())),
        "remarks",
        remarks);
  }

  /** The names of options that the templates write out themselves. */
  ImmutableList<String> reservedOptions(String module) {
    return properties.get().reserved().stream()
        .map(name -> module + "_" + name)
        .collect(ImmutableList.toImmutableList());
  }

  /** The test doubles in {@code spec/support} that its specs need besides the usual ones. */
  ImmutableList<String> doubles() {
    return properties.get().doubles();
  }

  /** The other modules that modules of this kind load. */
  ImmutableList<String> modules() {
    return properties.get().modules();
  }

  /** Another recipe whose templates stand in for those that this one lacks. */
  Optional<String> base() {
    return properties.get().base();
  }

  /** Whether it is the recipe of that id; a house's recipe may stand in for one of this library. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Recipe that
        && id.equals(that.id)
        && properties.get().equals(that.properties.get());
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Prints the id. */
  @Override
  public String toString() {
    return id;
  }
}
