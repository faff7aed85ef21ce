package io.prosodykit.maven;

import io.prosodykit.catalog.Compatibility;
import io.prosodykit.catalog.Evidence;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.LayerAssignment;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.catalog.SpecRef;
import io.prosodykit.catalog.Stability;
import io.prosodykit.catalog.XepRef;
import io.prosodykit.text.VisibleText;
import io.prosodykit.version.ProsodyVersion;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** All that is known of one module. */
final class ModulePrinter {
  private static final String UNKNOWN = "nothing is recorded of this name";

  private ModulePrinter() {}

  static String table(ModuleEntry entry) {
    Layer layer = entry.layer();
    Stability stability = entry.stability();
    Table facts =
        new Table()
            .row("layer", layer.id() + " (" + layer.title() + ": " + layer.summary() + ")")
            .row("", "by " + LayerAssignment.of(entry).because())
            .row("stability", stability.id() + " (" + stability.description() + ")")
            .row("status", stability.status())
            .row("risk", stability.risk())
            .row("source", stability.source())
            .row("enabled", enabled(stability))
            .rows(List.of("specification"), specifications(entry))
            .row("history", entry.evidence().map(Evidence::history).orElse(UNKNOWN))
            .row("shipped", ships(entry))
            .rows(List.of("community"), community(entry))
            .rows(List.of("since then"), FactLines.changes(entry))
            .rows(List.of("loads"), FactLines.dependencies(entry))
            .rows(List.of("options"), FactLines.options(entry))
            .rows(List.of("provides"), FactLines.provides(entry))
            .rows(List.of("sources name"), FactLines.specifications(entry))
            .rows(List.of("read on"), entry.documentation().stream().map(URI::toString).toList());
    Table judgements = new Table().row("VERSION", "VERDICT", "REASONS");
    for (Compatibility judgement : Compatibility.onEveryBranch(entry)) {
      judgements.rows(
          List.of(judgement.version().toString(), judgement.verdict().toString()),
          judgement.reasons());
    }
    String title = VisibleText.of(entry.name() + ": " + entry.purpose());
    return title + "\n\n" + facts + "\n" + judgements;
  }

  private static String enabled(Stability stability) {
    if (stability == Stability.CORE) {
      return "always";
    }
    return stability.enabledByDefault()
        ? "yes, unless " + stability.variable() + "=false"
        : "no, unless " + stability.variable() + "=true";
  }

  private static List<String> specifications(ModuleEntry entry) {
    return entry.specifications().isEmpty()
        ? List.of("none in the catalogue")
        : entry.specifications().stream().map(ModulePrinter::specification).toList();
  }

  private static String specification(SpecRef specification) {
    String status =
        specification instanceof XepRef xep ? xep.status().map(s -> " (" + s + ")").orElse("") : "";
    return specification + specification.title().map(title -> " " + title).orElse("") + status;
  }

  private static String ships(ModuleEntry entry) {
    Optional<Evidence> evidence = entry.evidence();
    if (evidence.isEmpty()) {
      return UNKNOWN;
    }
    List<ProsodyVersion> ships = evidence.get().ships();
    return ships.isEmpty() ? "with no release of Prosody" : "with Prosody " + Joined.commas(ships);
  }

  private static List<String> community(ModuleEntry entry) {
    List<String> snapshots =
        entry.evidence().stream()
            .flatMap(evidence -> evidence.community().stream())
            .map(s -> s + ", the time of Prosody " + s.release())
            .toList();
    return snapshots.isEmpty() ? List.of("in no snapshot on record") : snapshots;
  }

  static Csv csv(ModuleEntry entry) {
    Stability stability = entry.stability();
    Csv csv =
        new Csv()
            .row("field", "value")
            .row("name", entry.name())
            .row("layer", entry.layer().id())
            .row("stability", stability.id())
            .row("purpose", entry.purpose())
            .row("enabledByDefault", String.valueOf(stability.enabledByDefault()));
    entry.specifications().forEach(specification -> csv.row("specification", "" + specification));
    entry.evidence().ifPresent(evidence -> evidence(evidence, csv));
    entry.documentation().forEach(address -> csv.row("documentation", "" + address));
    for (Compatibility judgement : Compatibility.onEveryBranch(entry)) {
      csv.row("compatibility " + judgement.version(), "" + judgement.verdict());
    }
    return csv;
  }

  private static void evidence(Evidence evidence, Csv csv) {
    evidence.ships().forEach(version -> csv.row("ships", version.toString()));
    evidence.community().forEach(snapshot -> csv.row("community", snapshot.toString()));
  }
}
