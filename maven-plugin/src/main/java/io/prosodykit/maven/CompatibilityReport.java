package io.prosodykit.maven;

import io.prosodykit.catalog.Compatibility;
import io.prosodykit.catalog.Compatibility.Verdict;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.text.VisibleText;
import io.prosodykit.version.ProsodyVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Modules, judged on versions.
 *
 * @param all the judgements, by module and then by version
 * @param failing the verdicts that are not to be
 */
record CompatibilityReport(List<Compatibility> all, List<Verdict> failing) {

  /**
   * Judges modules.
   *
   * @param modules for each module the versions to judge it on
   */
  static CompatibilityReport of(
      ModuleCatalog catalog,
      Map<String, Collection<ProsodyVersion>> modules,
      List<Verdict> failing) {
    List<Compatibility> judgements = new ArrayList<>();
    modules.forEach(
        (module, versions) ->
            versions.forEach(version -> judgements.add(catalog.compatibility(module, version))));
    return new CompatibilityReport(List.copyOf(judgements), failing);
  }

  String table() {
    Table table = new Table().row("MODULE", "VERSION", "VERDICT", "REASONS");
    for (Compatibility judgement : all) {
      table.rows(
          List.of(judgement.module(), "" + judgement.version(), "" + judgement.verdict()),
          judgement.reasons());
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
    return all.stream().filter(judgement -> judgement.verdict() == verdict).count();
  }

  String json() {
    return Compatibility.toJson(all);
  }

  Csv csv() {
    Csv csv = new Csv().row("module", "version", "verdict", "policy", "presence", "reasons");
    for (Compatibility judgement : all) {
      csv.row(
          judgement.module(),
          "" + judgement.version(),
          "" + judgement.verdict(),
          "" + judgement.policy(),
          "" + judgement.presence(),
          Joined.semicolons(judgement.reasons()));
    }
    return csv;
  }

  /** Fails with every judgement that is not to be, and its reasons. */
  void check() throws MojoFailureException {
    List<Compatibility> failed =
        all.stream().filter(judgement -> failing.contains(judgement.verdict())).toList();
    if (failed.isEmpty()) {
      return;
    }
    StringBuilder message = new StringBuilder();
    message.append(failed.size()).append(" of ").append(all.size());
    message.append(all.size() == 1 ? " judgement fails:" : " judgements fail:");
    for (Compatibility judgement : failed) {
      message.append("\n  ").append(judgement.module()).append(" on ").append(judgement.version());
      message.append(": ").append(judgement.verdict());
      judgement.reasons().forEach(reason -> message.append("\n    ").append(reason));
    }
    message.append("\nLeave these modules out, choose another version, or say with");
    message.append(" -Dprosody.failOn which verdicts fail (now ");
    message.append(Joined.commas(failing)).append(").");
    throw new MojoFailureException(VisibleText.lines(message.toString()));
  }
}
