package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.NearestNames;
import io.prosodykit.catalog.Stability;
import io.prosodykit.catalog.VersionRange;
import java.util.Arrays;
import java.util.Locale;

/**
 * A kind of module that can be scaffolded.
 *
 * <p>A recipe is a constant here, and a folder of templates named like its {@link #id()}; what that
 * folder lacks is taken from the folder {@code common}.
 */
public enum Recipe {
  /** The module template of the reference guide: global, with an option, logging what it does. */
  GUIDE(
      "guide",
      "Brief description of module functionality",
      "1.0.0",
      Layer.PROTOCOL,
      Stability.STABLE,
      false),

  /** Answers an iq of type get that is sent to the host, and advertises that in disco. */
  IQ_HANDLER("iq-handler", "Answers an iq query", "0.1.0", Layer.STANZA, Stability.ALPHA, true);

  private final String id;
  private final String defaultSummary;
  private final String defaultVersion;
  private final Layer defaultLayer;
  private final Stability defaultStability;
  private final boolean namespaced;

  Recipe(
      String id,
      String defaultSummary,
      String defaultVersion,
      Layer defaultLayer,
      Stability defaultStability,
      boolean namespaced) {
    this.id = id;
    this.defaultSummary = defaultSummary;
    this.defaultVersion = defaultVersion;
    this.defaultLayer = defaultLayer;
    this.defaultStability = defaultStability;
    this.namespaced = namespaced;
  }

  /**
   * Reads a recipe by its id, in any case.
   *
   * @param text for example {@code iq-handler}
   * @return the recipe
   * @throws IllegalArgumentException for any other text; the message names the recipes
   */
  public static Recipe parse(String text) {
    for (Recipe recipe : values()) {
      if (recipe.id.equals(text.toLowerCase(Locale.ROOT))) {
        return recipe;
      }
    }
    ImmutableList<String> ids =
        Arrays.stream(values()).map(Recipe::id).collect(ImmutableList.toImmutableList());
    throw new IllegalArgumentException(
        "unknown recipe \"%s\"%s; the recipes are %s"
            .formatted(
                text, NearestNames.question(NearestNames.of(text, ids)), String.join(", ", ids)));
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
   * Returns what a module of this kind says of itself if nobody says better.
   *
   * @return a sentence without a full stop
   */
  public String defaultSummary() {
    return defaultSummary;
  }

  /**
   * Returns the version of a new module.
   *
   * @return for example {@code 0.1.0}
   */
  public String defaultVersion() {
    return defaultVersion;
  }

  /**
   * Returns the layer of a new module.
   *
   * @return the layer that its example configuration is filed under
   */
  public Layer defaultLayer() {
    return defaultLayer;
  }

  /**
   * Returns the stability of a new module.
   *
   * @return what its documentation says
   */
  public Stability defaultStability() {
    return defaultStability;
  }

  /**
   * Tells whether modules of this kind have an XML namespace of their own.
   *
   * @return whether {@link ModuleSpecBuilder#namespace} is allowed
   */
  public boolean namespaced() {
    return namespaced;
  }

  /**
   * Returns the releases of Prosody that modules of this kind can be made for: those that the test
   * double in every scaffold stands in for.
   *
   * @return a range that encloses the targets of every specification
   */
  public VersionRange releases() {
    return VersionRange.parse("[0.11,13.0]");
  }

  /** Prints the id. */
  @Override
  public String toString() {
    return id;
  }
}
