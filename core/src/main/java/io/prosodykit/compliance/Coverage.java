package io.prosodykit.compliance;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.facts.ConfiguredHost;
import io.prosodykit.facts.RequiredOption;
import io.prosodykit.json.Json;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.version.ProsodyVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The specifications that a server implements by its modules, and what it lacks for the XMPP
 * Compliance Suites ({@link ComplianceSuite#reference()}).
 *
 * <p>Four sources are used, in this order: Prosody's own {@link DoapEntry}, which may name modules;
 * the sources of Prosody 13.0, if the statement names none; the catalogue, by {@link
 * ModuleEntry#specifications()}; and the sources of those community modules that the guide lists
 * without a specification. Any module that one of them names for a specification counts as
 * implementing it, if it is one of the server's and, by the {@link Evidence}, available for the
 * version; a module that only the catalogue knows is assumed to be the organisation's own. A
 * statement that is not in force on the version counts only for modules that belong to the
 * community there, either before Prosody took them over or since. What modules load in turn counts
 * as well, as far as it is available: {@link ModuleCatalog#requirements}.
 *
 * <p>It describes what the software can do, and with the hosts of a configuration also whether they
 * are configured for it.
 *
 * @since 0.1.0
 */
public final class Coverage {
  private final ProsodyVersion version;
  private final HostRules rules;

  private final CountedModules modules;
  private final ImmutableList<RequiredOption> requiredOptions;
  private final ImmutableList<FeatureCoverage> features;
  private final ImmutableList<Implementation> specifications;

  Coverage(
      ProsodyVersion version,
      HostRules rules,
      CountedModules modules,
      ImmutableList<RequiredOption> requiredOptions,
      ImmutableList<FeatureCoverage> features,
      ImmutableList<Implementation> specifications) {
    this.version = version;
    this.rules = rules;
    this.modules = modules;
    this.requiredOptions = requiredOptions;
    this.features = features;
    this.specifications = specifications;
  }

  /**
   * Computes what a server covers. This never fails: the result lists names that are unknown, or
   * not available for the version; they do not count.
   *
   * @param catalog what is known
   * @param version the version of Prosody: a release, a branch or trunk
   * @param modules the names of the modules that the server loads, with or without {@code mod_};
   *     those that Prosody always loads may be omitted
   * @return what the software can do
   */
  public static Coverage of(
      ModuleCatalog catalog, ProsodyVersion version, Iterable<String> modules) {
    return of(catalog, version, modules, ImmutableList.of());
  }

  /**
   * Computes what a server with a known configuration covers.
   *
   * @param catalog what is known
   * @param version the version of Prosody: a release, a branch or trunk
   * @param modules the names of the modules of the server, with or without {@code mod_}
   * @param hosts the hosts of its configuration
   * @return what the modules cover that work as the hosts load them; a module that no host loads is
   *     assumed to work
   */
  public static Coverage of(
      ModuleCatalog catalog,
      ProsodyVersion version,
      Iterable<String> modules,
      Collection<ConfiguredHost> hosts) {
    return CoverageCalculator.of(catalog, version).coverage(modules, hosts);
  }

  /** {@return the version that was asked for} */
  public ProsodyVersion version() {
    return version;
  }

  /**
   * {@return the modules that count, without {@code mod_}, each once, in the order given, followed
   * by those that they load}
   */
  public ImmutableList<String> modules() {
    return modules.counted();
  }

  /** {@return the modules that are known but not available for the version; they do not count} */
  public ImmutableList<String> unavailable() {
    return modules.unavailable();
  }

  /**
   * {@return the names that neither the catalogue nor the evidence knows, or all names if nothing
   * is recorded about the version; they do not count}
   */
  public ImmutableList<String> unknown() {
    return modules.unknown();
  }

  /**
   * {@return the modules that the configuration of the server loads in a way that does not work,
   * for example without an option that they need; they do not count} None without a configuration.
   */
  public ImmutableList<String> unconfigured() {
    return modules.unconfigured();
  }

  /**
   * {@return the options that {@link #modules()} do not work without} With a configuration, those
   * that it lacks, for {@link #unconfigured()}.
   */
  public ImmutableList<RequiredOption> requiredOptions() {
    return requiredOptions;
  }

  /**
   * {@return the module of the component that a module has to be loaded on, which may be itself;
   * empty if a virtual host may load it}
   *
   * @param module its name without {@code mod_}
   */
  public Optional<String> component(String module) {
    return rules.component(module);
  }

  /**
   * {@return modules that cover what is missing in {@link #features()}, as far as there are any}
   */
  public CoverageSuggestion suggest() {
    List<String> own = new ArrayList<>(modules().subList(0, modules.named()));
    own.addAll(unconfigured());
    return SuggestionSearch.of(own, requiredOptions, missing(), rules);
  }

  /**
   * {@return the cells of the suites, in the order of the suite, each for servers and then clients,
   * core and then advanced}
   */
  public ImmutableList<FeatureCoverage> features() {
    return features;
  }

  /** {@return what is implemented: RFCs and then XEPs, each by number} */
  public ImmutableList<Implementation> specifications() {
    return specifications;
  }

  /**
   * Finds what implements a specification.
   *
   * @param specification a XEP or an RFC
   * @return empty if nothing does
   */
  public Optional<Implementation> find(SpecRef specification) {
    return specifications.stream()
        .filter(implementation -> implementation.specification().equals(specification))
        .findFirst();
  }

  /**
   * {@return the cells of the suites in which something is missing, in the order of {@link
   * #features()}}
   */
  public ImmutableList<FeatureCoverage> missing() {
    return selectFeatures(cell -> cell.verdict() == FeatureCoverage.Verdict.MISSING).features();
  }

  /**
   * Keeps some cells of the suites, and everything else.
   *
   * @param wanted which to keep, for example {@code cell -> cell.level() == Level.CORE}
   * @return a coverage with fewer {@link #features()}
   */
  public Coverage selectFeatures(Predicate<FeatureCoverage> wanted) {
    return with(
        features.stream().filter(wanted).collect(ImmutableList.toImmutableList()), specifications);
  }

  /**
   * Keeps some of the specifications, and everything else.
   *
   * @param wanted which to keep, for example {@code spec -> !spec.builtIn()}
   * @return a coverage with fewer {@link #specifications()}
   */
  public Coverage selectSpecifications(Predicate<Implementation> wanted) {
    return with(
        features, specifications.stream().filter(wanted).collect(ImmutableList.toImmutableList()));
  }

  private Coverage with(
      ImmutableList<FeatureCoverage> selected, ImmutableList<Implementation> implemented) {
    return new Coverage(version, rules, modules, requiredOptions, selected, implemented);
  }

  /**
   * Writes the coverage as a JSON document: {@code version}, {@code suite}, {@code modules}, {@code
   * unavailable}, {@code unknown}, {@code unconfigured}; {@code requiredOptions}, an array of
   * objects with {@code module} and {@code options}, any of which is enough; {@code features}, an
   * array of objects with {@code category}, {@code feature}, {@code role}, {@code level}, {@code
   * verdict}, {@code remark}, {@code implemented} (specifications) and {@code missing} (objects
   * with {@code specification} and {@code add}); {@code specifications}, an array of objects with
   * {@code specification}, {@code title}, {@code builtIn}, {@code modules}, {@code status}, and as
   * far as Prosody states them {@code version} and {@code since}; {@code suggestion}, an object
   * with {@code add}, {@code components} (objects with {@code component} and {@code modules}),
   * {@code remove}, {@code requiredOptions} and {@code impossible} (specifications). A missing
   * title or remark is an empty string.
   *
   * @return the document, which ends in a newline
   */
  public String toJson() {
    return Json.write(document());
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("version", version()).put("suite", ComplianceSuite.reference().specification());
    fields.put("modules", modules());
    fields.put("unavailable", unavailable()).put("unknown", unknown());
    fields
        .put("unconfigured", unconfigured())
        .put("requiredOptions", Lists.transform(requiredOptions, RequiredOption::document));
    fields.put("features", Lists.transform(features, FeatureCoverage::document));
    fields.put("specifications", Lists.transform(specifications, Implementation::document));
    return fields.put("suggestion", suggest().document()).buildOrThrow();
  }

  private List<Object> parts() {
    return List.of(version, modules, requiredOptions, features, specifications);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Coverage that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  /** Prints how many specifications and cells there are. */
  @Override
  public String toString() {
    return "Prosody "
        + version
        + " with "
        + modules().size()
        + " modules: "
        + specifications.size()
        + " specifications, "
        + missing().size()
        + " cells of the suites missing";
  }
}
