package io.prosodykit.report;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSetMultimap.toImmutableSetMultimap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Multimaps;
import io.prosodykit.catalog.Compatibility;
import io.prosodykit.catalog.Compatibility.Basis;
import io.prosodykit.catalog.Compatibility.Verdict;
import io.prosodykit.catalog.ConfiguredCompatibility;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.facts.ConfigurationFault;
import io.prosodykit.facts.ConfigurationRules;
import io.prosodykit.facts.ModuleConflict;
import io.prosodykit.facts.RequiredOption;
import io.prosodykit.facts.Rock;
import io.prosodykit.text.Csv;
import io.prosodykit.text.Joined;
import io.prosodykit.text.MarkdownTable;
import io.prosodykit.text.Table;
import io.prosodykit.version.ProsodyVersion;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Several modules, each evaluated on several versions of Prosody.
 *
 * @since 0.1.0
 */
public final class CompatibilityReport {
  private static final int MOST_NAMES = 10;

  private final ImmutableList<Compatibility> results;
  private final Basis basis;

  private CompatibilityReport(ImmutableList<Compatibility> results, Basis basis) {
    this.results = results;
    this.basis = basis;
  }

  /**
   * Evaluates modules.
   *
   * @param catalog what is known
   * @param modules for each module, with or without {@code mod_}, the versions to evaluate it on; a
   *     module that the catalogue does not have gets the verdict {@link Verdict#UNKNOWN}, or {@link
   *     Verdict#INCOMPATIBLE} where all that there was is on record
   * @param basis what to judge them by
   * @return the report, in the order of the map and of the versions
   */
  public static CompatibilityReport of(
      ModuleCatalog catalog,
      Map<String, ? extends Collection<ProsodyVersion>> modules,
      Basis basis) {
    ImmutableList.Builder<Compatibility> results = ImmutableList.builder();
    modules.forEach(
        (module, versions) ->
            versions.forEach(version -> results.add(catalog.compatibility(module, version))));
    return new CompatibilityReport(results.build(), basis);
  }

  /**
   * {@return this report for a server whose configuration is known, too}
   *
   * @param faults why modules do not work as the server loads them, by version; none to judge the
   *     modules by themselves
   */
  public CompatibilityReport configuredBy(
      Map<ProsodyVersion, ? extends Collection<ConfigurationFault>> faults) {
    Map<ProsodyVersion, ImmutableListMultimap<String, ConfigurationFault>> byModule =
        new HashMap<>();
    faults.forEach(
        (version, all) -> byModule.put(version, Multimaps.index(all, ConfigurationFault::module)));
    return new CompatibilityReport(
        results.stream()
            .map(
                result ->
                    ConfiguredCompatibility.of(
                        result,
                        byModule
                            .getOrDefault(result.version(), ImmutableListMultimap.of())
                            .get(result.module())))
            .collect(toImmutableList()),
        basis);
  }

  /**
   * {@return this report, with advice on what to install for each module that is available: the
   * libraries that it loads and that are neither Lua's nor Prosody's, and the modules that it loads
   * and that its package lacks} That changes no verdict.
   *
   * @param catalog what is known
   */
  public CompatibilityReport withPackages(ModuleCatalog catalog) {
    return new CompatibilityReport(
        results.stream().map(result -> withPackages(result, catalog)).collect(toImmutableList()),
        basis);
  }

  private static Compatibility withPackages(Compatibility result, ModuleCatalog catalog) {
    Knowledge known = catalog.knowledge();
    Compatibility advised = result;
    for (Evidence module : known.evidence(result.module()).stream().toList()) {
      if (module.presence(result.version()).isAvailable()) {
        for (Rock rock : catalog.server().rocks().neededBy(module, result.version(), known)) {
          advised = advised.withAdvice("for " + rock.library() + ", install " + rock.packages());
        }
        for (String clause : new LoadedModuleAdvice(catalog, module, result.version()).clauses()) {
          advised = advised.withAdvice(clause);
        }
      }
    }
    return advised;
  }

  /**
   * {@return this report, with advice on what the configuration of a server with these modules
   * needs: the options that they do not work without, and which of them not to enable on one host}
   * That changes no verdict.
   *
   * @param catalog what is known
   */
  public CompatibilityReport withConfigurationAdvice(ModuleCatalog catalog) {
    ConfigurationRules rules = catalog.server().rules();
    ImmutableSetMultimap<ProsodyVersion, String> names =
        results.stream()
            .collect(toImmutableSetMultimap(Compatibility::version, Compatibility::module));
    return new CompatibilityReport(
        results.stream()
            .map(result -> withAdvice(result, rules, names.get(result.version())))
            .collect(toImmutableList()),
        basis);
  }

  private static Compatibility withAdvice(
      Compatibility result, ConfigurationRules rules, Set<String> others) {
    if (!result.presence().isAvailable()) {
      return result;
    }
    Compatibility advised = result;
    for (RequiredOption needed : rules.requiredOptions(result.module(), result.version())) {
      advised = advised.withAdvice("set " + needed + ": the module does not work without");
    }
    for (ModuleConflict pair : rules.conflicts(others, result.version())) {
      if (pair.module().equals(result.module())) {
        advised =
            advised.withAdvice(
                "on a host with %s, do not enable %s: %s"
                    .formatted(pair.instead(), pair.module(), pair.reason()));
      }
    }
    return advised;
  }

  /** {@return the verdicts with their reasons, by module and then by version} */
  public ImmutableList<Compatibility> results() {
    return results;
  }

  /**
   * {@return a table with the columns {@code MODULE}, {@code VERSION}, {@code VERDICT} and {@code
   * REASONS}, one line for each reason, and below it how often each verdict occurs; empty if
   * nothing was judged}
   */
  public String toText() {
    if (results.isEmpty()) {
      return "";
    }
    Table table = new Table().row("MODULE", "VERSION", "VERDICT", "REASONS");
    for (Compatibility result : results) {
      table.rows(
          ImmutableList.of(
              result.module(), result.version().toString(), result.verdict(basis).toString()),
          result.reasons(basis));
    }
    return table + "\n" + summary() + "\n";
  }

  private String summary() {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> count(verdict) > 0)
        .map(verdict -> count(verdict) + " " + verdict)
        .collect(Collectors.joining(", "));
  }

  private long count(Verdict verdict) {
    return results.stream().filter(result -> result.verdict(basis) == verdict).count();
  }

  /** {@return the array that {@link Compatibility#toJson} writes} */
  public String toJson() {
    return Compatibility.toJson(results);
  }

  /**
   * {@return the {@linkplain #toRecords records} as CSV, in which a spreadsheet runs no formula}
   */
  public String toCsv() {
    return Csv.of(toRecords());
  }

  /** {@return the {@linkplain #toRecords records} as a table of Markdown} */
  public String toMarkdown() {
    return MarkdownTable.of(toRecords());
  }

  /** {@return records of module, version, verdict, policy, evidence, presence and reasons} */
  public ImmutableList<ImmutableList<String>> toRecords() {
    Records records =
        new Records()
            .row("module", "version", "verdict", "policy", "evidence", "presence", "reasons");
    for (Compatibility result : results) {
      records.row(
          result.module(),
          result.version().toString(),
          result.verdict(basis).toString(),
          result.policy().toString(),
          result.evidence().toString(),
          result.presence().toString(),
          Joined.semicolons(result.reasons()));
    }
    return records.toList();
  }

  /**
   * Explains which verdicts are not acceptable.
   *
   * @param failing the verdicts that are not acceptable
   * @return a line with their number, and the modules by verdict and version; empty if no module
   *     has such a verdict. Names are as they were asked for
   */
  public Optional<String> failure(Collection<Verdict> failing) {
    ImmutableList<Compatibility> failed =
        results.stream()
            .filter(result -> failing.contains(result.verdict(basis)))
            .collect(toImmutableList());
    if (failed.isEmpty()) {
      return Optional.empty();
    }
    ImmutableListMultimap<String, Compatibility> byVerdict =
        Multimaps.index(failed, result -> result.verdict(basis) + " on " + result.version());
    return Optional.of(
        failed.size()
            + " of "
            + results.size()
            + (results.size() == 1 ? " check failed: " : " checks failed: ")
            + byVerdict.asMap().entrySet().stream()
                .map(verdict -> verdict.getKey() + ": " + names(verdict.getValue()))
                .collect(Collectors.joining("; ")));
  }

  private static String names(Collection<Compatibility> failed) {
    String first =
        failed.stream()
            .limit(MOST_NAMES)
            .map(Compatibility::module)
            .collect(Collectors.joining(", "));
    return failed.size() <= MOST_NAMES
        ? first
        : first + " and " + (failed.size() - MOST_NAMES) + " more";
  }
}
