package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.Compatibility.Verdict;
import io.prosodykit.evidence.ModuleDependency;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.ProvidedName;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.text.ModuleName;
import io.prosodykit.version.ProsodyVersion;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
   * Keeps the modules whose {@link Compatibility} with a version is {@link Verdict#COMPATIBLE}.
   *
   * @param version a release, a branch or trunk
   * @return the narrower query
   */
  public ModuleQuery compatibleWith(ProsodyVersion version) {
    return verdict(version, Verdict.COMPATIBLE);
  }

  /**
   * Keeps the modules whose {@link Compatibility} with a version has one of some verdicts.
   *
   * @param version a release, a branch or trunk
   * @param verdicts the verdicts
   * @return the narrower query
   */
  public ModuleQuery verdict(ProsodyVersion version, Verdict... verdicts) {
    ImmutableSet<Verdict> wanted = ImmutableSet.copyOf(verdicts);
    return where(entry -> wanted.contains(new CompatibilityEvaluator(entry, version).verdict()));
  }

  /**
   * Keeps the modules that are in some places on a version.
   *
   * @param version a release, a branch or trunk
   * @param places for example {@link Presence#SHIPPED}
   * @return the narrower query; a module about which nothing is recorded is {@link
   *     Presence#UNRECORDED}
   */
  public ModuleQuery presence(ProsodyVersion version, Presence... places) {
    ImmutableSet<Presence> wanted = ImmutableSet.copyOf(places);
    return where(entry -> wanted.contains(presence(entry, version)));
  }

  /**
   * Keeps the modules that Prosody ships with one version and did not with another.
   *
   * @param before the older version
   * @param after the newer version
   * @return the narrower query
   */
  public ModuleQuery addedBetween(ProsodyVersion before, ProsodyVersion after) {
    return where(
        entry ->
            presence(entry, before) != Presence.SHIPPED
                && presence(entry, after) == Presence.SHIPPED);
  }

  private static Presence presence(ModuleEntry entry, ProsodyVersion version) {
    return entry.evidence().map(known -> known.presence(version)).orElse(Presence.UNRECORDED);
  }

  /**
   * Keeps the modules that provide items of a kind, according to any source.
   *
   * @param kind for example {@code storage}
   * @return the narrower query
   */
  public ModuleQuery providing(String kind) {
    return named(catalog.index().providing(kind));
  }

  /**
   * Keeps the modules that provide an item of a name, according to any source that tells names.
   *
   * @param kind for example {@code storage}
   * @param name the name that a configuration has, for example {@code sql}
   * @return the narrower query
   */
  public ModuleQuery providing(String kind, String name) {
    return named(catalog.index().providing(new ProvidedName(name, kind)));
  }

  /**
   * Keeps the modules that load another one and never run without it, according to the catalogue or
   * to any source.
   *
   * @param module the other module, with or without {@code mod_}
   * @return the narrower query
   */
  public ModuleQuery requiring(String module) {
    String name = ModuleName.withoutPrefix(module);
    ImmutableSet<String> known = catalog.index().depending(ModuleDependency.on(name));
    return where(entry -> known.contains(entry.name()) || entry.dependencies().contains(name));
  }

  /**
   * Keeps the modules that read an option from the configuration, according to any source.
   *
   * @param option for example {@code http_ports}
   * @return the narrower query
   */
  public ModuleQuery reading(String option) {
    return named(catalog.index().reading(option));
  }

  /**
   * Keeps the modules that load a Lua library, according to any source.
   *
   * @param library for example {@code util.jid}, which is {@code prosody.util.jid} as well
   * @return the narrower query
   */
  public ModuleQuery loading(String library) {
    return named(catalog.index().loading(library));
  }

  /**
   * Keeps the modules that handle an event, according to any source.
   *
   * @param event for example {@code message/host}
   * @return the narrower query
   */
  public ModuleQuery handling(String event) {
    return named(catalog.index().handling(event));
  }

  /**
   * Keeps the modules that fire an event, according to any source.
   *
   * @param event for example {@code muc-room-created}; one that a module fires by a name of which
   *     only the beginning is known, such as {@code user-flag-added/…}, is found by any name that
   *     begins like that
   * @return the narrower query
   */
  public ModuleQuery firing(String event) {
    return named(catalog.index().firing(event));
  }

  private ModuleQuery named(ImmutableSet<String> names) {
    return where(entry -> names.contains(entry.name()));
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
   * Keeps the modules with a text in their name, with or without {@code mod_}, their purpose, or a
   * specification's number or title, in any case.
   *
   * @param text the text
   * @return the narrower query
   */
  public ModuleQuery text(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return where(entry -> words(entry).toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static String words(ModuleEntry entry) {
    StringBuilder words =
        new StringBuilder("mod_").append(entry.name()).append('\n').append(entry.purpose());
    for (SpecRef specification : entry.specifications()) {
      words.append('\n').append(specification);
      specification.title().ifPresent(title -> words.append('\n').append(title));
    }
    return words.toString();
  }

  /**
   * Keeps the modules that meet a condition.
   *
   * @param further the condition
   * @return the narrower query
   */
  public ModuleQuery where(Predicate<ModuleEntry> further) {
    return new ModuleQuery(catalog, condition.and(further));
  }

  /** {@return the selected modules, in the order of the catalogue} */
  public ImmutableList<ModuleEntry> modules() {
    return stream().collect(ImmutableList.toImmutableList());
  }

  /** {@return the selected modules, in the order of the catalogue} */
  public Stream<ModuleEntry> stream() {
    return catalog.modules().stream().filter(condition);
  }
}
