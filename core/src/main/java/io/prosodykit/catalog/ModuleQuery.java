package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Presence;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.version.ProsodyVersion;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Selects modules of a catalogue. Each method returns a narrower query and does not change this
 * one: {@code catalog.query().layer(Layer.STREAM).stability(Stability.BETA).modules()}.
 *
 * @since 0.1.0
 */
public final class ModuleQuery {
  private final ModuleCatalog catalog;
  private final Predicate<ModuleEntry> condition;

  private ModuleQuery(ModuleCatalog catalog, Predicate<ModuleEntry> condition) {
    this.catalog = catalog;
    this.condition = condition;
  }

  static ModuleQuery all(ModuleCatalog catalog) {
    return new ModuleQuery(catalog, entry -> true);
  }

  /**
   * Keeps the modules of some layers.
   *
   * @param layers one or more; a module of any of them is kept
   * @return the narrower query
   */
  public ModuleQuery layer(Layer... layers) {
    ImmutableSet<Layer> wanted = ImmutableSet.copyOf(layers);
    return where(entry -> wanted.contains(entry.layer()));
  }

  /**
   * Keeps the modules of some stabilities.
   *
   * @param stabilities one or more; a module of any of them is kept
   * @return the narrower query
   */
  public ModuleQuery stability(Stability... stabilities) {
    ImmutableSet<Stability> wanted = ImmutableSet.copyOf(stabilities);
    return where(entry -> wanted.contains(entry.stability()));
  }

  /**
   * Keeps the modules that implement a specification.
   *
   * @param specification a XEP or an RFC
   * @return the narrower query
   */
  public ModuleQuery implementing(SpecRef specification) {
    return where(entry -> entry.specifications().contains(specification));
  }

  /**
   * Keeps the modules whose {@link Compatibility} with a version is {@link
   * Compatibility.Verdict#COMPATIBLE}.
   *
   * @param version a release, a branch or trunk
   * @return the narrower query
   */
  public ModuleQuery compatibleWith(ProsodyVersion version) {
    return where(
        entry ->
            new CompatibilityEvaluator(entry, version).verdict()
                == Compatibility.Verdict.COMPATIBLE);
  }

  /**
   * Keeps the modules that a release itself ships.
   *
   * @param version a release, a branch or trunk
   * @return the narrower query
   */
  public ModuleQuery shippedWith(ProsodyVersion version) {
    return where(
        entry ->
            entry
                .evidence()
                .filter(evidence -> evidence.presence(version) == Presence.SHIPPED)
                .isPresent());
  }

  /**
   * Keeps the modules that are enabled.
   *
   * @param enablement which stabilities are enabled
   * @return the narrower query
   */
  public ModuleQuery enabledIn(Enablement enablement) {
    return where(enablement::isEnabled);
  }

  /**
   * Keeps the modules with a text in their name, purpose, or a specification's number or title, in
   * any case.
   *
   * @param text the text
   * @return the narrower query
   */
  public ModuleQuery text(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return where(entry -> words(entry).toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static String words(ModuleEntry entry) {
    StringBuilder words = new StringBuilder(entry.name()).append('\n').append(entry.purpose());
    for (SpecRef specification : entry.specifications()) {
      words.append('\n').append(specification);
      specification.title().ifPresent(title -> words.append('\n').append(title));
    }
    return words.toString();
  }

  private ModuleQuery where(Predicate<ModuleEntry> further) {
    return new ModuleQuery(catalog, condition.and(further));
  }

  /** {@return the selected modules, in the order of the catalogue} */
  public ImmutableList<ModuleEntry> modules() {
    return catalog.modules().stream().filter(condition).collect(ImmutableList.toImmutableList());
  }
}
