package io.prosodykit.scaffold;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Iterables;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.Stability;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.json.Json;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A kind of module that can be scaffolded: a folder of templates with a {@code recipe.properties}.
 * The constants are the recipes of this library; a {@link TemplateSet} can add more.
 *
 * @since 0.1.0
 */
public final class Recipe {
  /** The module template of the reference guide: global, with an option, logs what it does. */
  public static final Recipe GUIDE = TemplateSet.BUILT_IN.recipe("guide");

  /**
   * Answers an iq of type get that is sent to the host, and advertises that in service discovery.
   */
  public static final Recipe IQ_HANDLER = TemplateSet.BUILT_IN.recipe("iq-handler");

  /** Listens on its own port and speaks a line-based protocol. */
  public static final Recipe NET_LISTENER = TemplateSet.BUILT_IN.recipe("net-listener");

  /** Drops, bounces or marks messages that contain a configured word. */
  public static final Recipe MESSAGE_FILTER = TemplateSet.BUILT_IN.recipe("message-filter");

  /** Reacts to clients that become available, and keeps state for each session. */
  public static final Recipe PRESENCE_WATCH = TemplateSet.BUILT_IN.recipe("presence-watch");

  /** Offers administrators an ad-hoc command (XEP-0050) with a form. */
  public static final Recipe ADHOC_COMMAND = TemplateSet.BUILT_IN.recipe("adhoc-command");

  /** Handles what happens in rooms (XEP-0045). */
  public static final Recipe MUC_PLUGIN = TemplateSet.BUILT_IN.recipe("muc-plugin");

  /** Is a host of its own. */
  public static final Recipe COMPONENT = TemplateSet.BUILT_IN.recipe("component");

  /** Serves JSON over HTTP. */
  public static final Recipe HTTP_ENDPOINT = TemplateSet.BUILT_IN.recipe("http-endpoint");

  /** Posts events to a URL, with retries. */
  public static final Recipe WEBHOOK = TemplateSet.BUILT_IN.recipe("webhook");

  /** Counts and times events with Prosody's statistics. */
  public static final Recipe METRICS = TemplateSet.BUILT_IN.recipe("metrics");

  /** Runs a task every hour or every day. */
  public static final Recipe SCHEDULED_TASK = TemplateSet.BUILT_IN.recipe("scheduled-task");

  /** Authenticates the users of a host; its name begins with {@code auth_}. */
  public static final Recipe AUTH_PROVIDER = TemplateSet.BUILT_IN.recipe("auth-provider");

  /** Advertises a stream feature and handles its negotiation. */
  public static final Recipe STREAM_FEATURE = TemplateSet.BUILT_IN.recipe("stream-feature");

  /** Publishes to PEP nodes (XEP-0163) and reacts to publications. */
  public static final Recipe PEP_SERVICE = TemplateSet.BUILT_IN.recipe("pep-service");

  /** Keeps data and archives in files; its name begins with {@code storage_}. */
  public static final Recipe STORAGE_DRIVER = TemplateSet.BUILT_IN.recipe("storage-driver");

  /** Decides which messages the archive (XEP-0313) keeps. */
  public static final Recipe ARCHIVE_POLICY = TemplateSet.BUILT_IN.recipe("archive-policy");

  /** Adds commands to Prosody's admin shell; for Prosody 0.12 and later. */
  public static final Recipe SHELL_COMMAND = TemplateSet.BUILT_IN.recipe("shell-command");

  private final String id;
  private final Supplier<RecipeProperties> properties;

  /** The properties, read once, on first use. */
  Recipe(String id, Supplier<RecipeProperties> properties) {
    this.id = id;
    this.properties = Suppliers.memoize(properties::get);
  }

  /** {@return all recipes of this library, by layer} */
  public static ImmutableList<Recipe> all() {
    return TemplateSet.BUILT_IN.recipes();
  }

  /**
   * Parses the id of a recipe of this library, ignoring case.
   *
   * @param text for example {@code iq-handler}
   * @return the recipe
   * @throws IllegalArgumentException for any other text; the message lists the recipes
   */
  public static Recipe parse(String text) {
    return TemplateSet.BUILT_IN.parseRecipe(text);
  }

  /**
   * {@return the id of the recipe, which is also the name of its folder, for example {@code
   * iq-handler}}
   */
  public String id() {
    return id;
  }

  /**
   * {@return what a module of this recipe does, as words that follow "it": {@code answers an iq of
   * type get}}
   */
  public String does() {
    return properties.get().does();
  }

  /** {@return the default summary of a new module, a sentence without a full stop} */
  public String defaultSummary() {
    return properties.get().summary();
  }

  /** {@return the default version of a new module, for example {@code 0.1.0}} */
  public String defaultVersion() {
    return properties.get().version();
  }

  /** {@return the revision of the recipe, which modules record, for example {@code 1}} */
  public String revision() {
    return properties.get().revision();
  }

  /** {@return the default layer of a new module} */
  public Layer defaultLayer() {
    return properties.get().layer();
  }

  /** {@return the default stability of a new module} */
  public Stability defaultStability() {
    return properties.get().stability();
  }

  /**
   * {@return the releases that a new module targets by default: those of {@link
   * TargetRange#maintained()} that the recipe supports, or else all that it supports}
   */
  public VersionRange defaultTargets() {
    return TargetRange.maintained().versions().intersection(releases()).orElseGet(this::releases);
  }

  /**
   * {@return whether modules of this recipe have an XML namespace, so that {@link
   * ModuleSpecBuilder#namespace} is allowed}
   */
  public boolean namespaced() {
    return properties.get().namespaced();
  }

  /**
   * {@return whether modules of this recipe are loaded once for the whole server, with {@code
   * module:set_global()}}
   */
  public boolean global() {
    return properties.get().global();
  }

  /**
   * {@return the prefix of the names of modules of this recipe, by which Prosody finds them, for
   * example {@code auth_}; empty if any name is allowed}
   */
  public String prefix() {
    return properties.get().prefix();
  }

  /** {@return the releases of Prosody that modules of this recipe can target} */
  public VersionRange releases() {
    return properties.get().releases();
  }

  /**
   * {@return the differences on some releases, by branch, the oldest first, as sentences without a
   * full stop: within {@link #releases()}, what the module does differently; outside, why it is not
   * supported}
   */
  public ImmutableSortedMap<ProsodyVersion, String> remarks() {
    return properties.get().remarks();
  }

  /**
   * {@return the options that every module of this recipe has, before those of its specification}
   *
   * @param module the module's name, which is the prefix of the options' names
   */
  public ImmutableList<OptionSpec> options(String module) {
    return properties.get().options(module);
  }

  /**
   * Writes recipes as a JSON document: an object with the list {@code recipes}, each with its id,
   * layer, releases, what it does, the names of its options (without the module's name) and its
   * remarks by release.
   *
   * @param recipes any recipes
   * @return the document
   */
  public static String toJson(Iterable<Recipe> recipes) {
    return Json.write(Map.of("recipes", Iterables.transform(recipes, RecipeJson::of)));
  }

  /** {@return the names of options that the templates themselves read} */
  ImmutableList<String> reservedOptions(String module) {
    return properties.get().reserved().stream()
        .map(name -> module + "_" + name)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the test doubles in {@code spec/support} that its specs need in addition to the usual
   * ones.
   */
  ImmutableList<String> doubles() {
    return properties.get().doubles();
  }

  /** {@return the other modules that modules of this recipe load} */
  ImmutableList<String> modules() {
    return properties.get().modules();
  }

  /** {@return another recipe whose templates are used for those that this one lacks} */
  Optional<String> base() {
    return properties.get().base();
  }

  /**
   * Returns whether this is the recipe with an id; a recipe of a custom folder may replace one of
   * this library.
   */
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

  /** {@return the id} */
  @Override
  public String toString() {
    return id;
  }

  @JsonValue
  Map<String, Object> document() {
    return RecipeJson.of(this);
  }
}
