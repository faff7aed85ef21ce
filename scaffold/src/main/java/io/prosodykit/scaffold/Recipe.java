package io.prosodykit.scaffold;

import io.prosodykit.catalog.Choice;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.Stability;
import io.prosodykit.catalog.VersionRange;

/**
 * A kind of module that can be scaffolded.
 *
 * <p>A recipe is a constant here, and a folder of templates named like its {@link #id()}; what that
 * folder lacks is taken from the folder {@code common}.
 */
public enum Recipe {
  /** The module template of the reference guide: global, with an option, logging what it does. */
  GUIDE(
      "Brief description of module functionality",
      "1.0.0",
      Layer.PROTOCOL,
      Stability.STABLE,
      false),

  /** Answers an iq of type get that is sent to the host, and advertises that in disco. */
  IQ_HANDLER("Answers an iq query", "0.1.0", Layer.STANZA, Stability.ALPHA, true);

  private final String id = Choice.written(this);
  private final String defaultSummary;
  private final String defaultVersion;
  private final Layer defaultLayer;
  private final Stability defaultStability;
  private final boolean namespaced;

  Recipe(
      String defaultSummary,
      String defaultVersion,
      Layer defaultLayer,
      Stability defaultStability,
      boolean namespaced) {
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
    return Choice.parse("recipe", Recipe.class, text);
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
