package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.version.ProsodyVersion;
import java.util.Optional;
import java.util.function.Predicate;

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
 * <p>It describes what the software can do, not whether it is configured.
 *
 * @param version the version that was asked for
 * @param modules the modules that count, without {@code mod_}, each once, in the order given,
 *     followed by those that they load
 * @param unavailable the modules that are known but not available for the version; they do not
 *     count
 * @param unknown the names that neither the catalogue nor the evidence knows; they do not count
 * @param features the cells of the suites, in the order of the suite, each for servers and then
 *     clients, core and then advanced
 * @param specifications what is implemented: RFCs and then XEPs, each by number
 */
public record Coverage(
    ProsodyVersion version,
    ImmutableList<String> modules,
    ImmutableList<String> unavailable,
    ImmutableList<String> unknown,
    ImmutableList<FeatureCoverage> features,
    ImmutableList<Implementation> specifications) {

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
    return select(cell -> cell.verdict() == FeatureCoverage.Verdict.MISSING).features();
  }

  /**
   * Keeps some cells of the suites, and everything else.
   *
   * @param wanted which to keep, for example {@code cell -> cell.level() == Level.CORE}
   * @return a coverage with fewer {@link #features()}
   */
  public Coverage select(Predicate<FeatureCoverage> wanted) {
    return new Coverage(
        version,
        modules,
        unavailable,
        unknown,
        features.stream().filter(wanted).collect(ImmutableList.toImmutableList()),
        specifications);
  }

  /**
   * Writes the coverage as a JSON document: {@code version}, {@code suite}, {@code modules}, {@code
   * unavailable}, {@code unknown}; {@code features}, an array of objects with {@code category},
   * {@code feature}, {@code role}, {@code level}, {@code verdict}, {@code remark}, {@code
   * implemented} (specifications) and {@code missing} (objects with {@code specification} and
   * {@code add}); {@code specifications}, an array of objects with {@code specification}, {@code
   * title}, {@code builtIn}, {@code modules}, {@code status}, and as far as Prosody states them
   * {@code version} and {@code since}. A missing title or remark is an empty string.
   *
   * @return the document, which ends in a newline
   */
  public String toJson() {
    return CoverageWriter.write(this);
  }

  /** Prints how many specifications and cells there are. */
  @Override
  public String toString() {
    return "Prosody "
        + version
        + " with "
        + modules.size()
        + " modules: "
        + specifications.size()
        + " specifications, "
        + missing().size()
        + " cells of the suites missing";
  }
}
