package io.prosodykit.report;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import io.prosodykit.catalog.Compatibility;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.LayerAssignment;
import io.prosodykit.catalog.ModuleDescription;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.catalog.Stability;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.Source;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.specification.XepRef;
import io.prosodykit.text.Csv;
import io.prosodykit.text.Joined;
import io.prosodykit.text.MarkdownTable;
import io.prosodykit.text.Table;
import io.prosodykit.text.VisibleText;
import io.prosodykit.version.ProsodyVersion;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that is known about one module.
 *
 * @since 0.1.0
 */
public final class ModuleReport {
  private static final String UNKNOWN = "nothing is recorded about this module";

  private final ModuleEntry entry;

  private ModuleReport(ModuleEntry entry) {
    this.entry = entry;
  }

  /**
   * Reports on a module.
   *
   * @param entry the module
   * @return the report
   */
  public static ModuleReport of(ModuleEntry entry) {
    return new ModuleReport(entry);
  }

  /**
   * {@return the name and the purpose, a line with where the module is available on each branch of
   * Prosody since it is known, or that none has it and who does by which name, a table of facts,
   * and a table of the verdict on each branch}
   */
  public String toText() {
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
            .rows(List.of("specification"), specifications())
            .row("history", entry.evidence().map(Evidence::history).orElse(UNKNOWN))
            .row("shipped", ships())
            .rows(List.of("community"), community())
            .rows(List.of("known as"), knownAs())
            .rows(List.of("your own"), own())
            .rows(List.of("since then"), FactLines.changes(entry))
            .rows(List.of("loads"), FactLines.dependencies(entry))
            .rows(List.of("packages"), FactLines.rocks(entry))
            .rows(List.of("options"), FactLines.options(entry))
            .rows(List.of("needs"), FactLines.requiredOptions(entry))
            .rows(List.of("works only as"), FactLines.components(entry))
            .rows(List.of("conflicts"), FactLines.conflicts(entry))
            .rows(List.of("provides"), FactLines.provides(entry))
            .rows(List.of("by name"), FactLines.items(entry))
            .rows(List.of("runs"), FactLines.scopes(entry))
            .rows(List.of("handles"), FactLines.events(entry))
            .rows(List.of("fires"), FactLines.fires(entry))
            .rows(List.of("announces"), FactLines.features(entry))
            .rows(List.of("loader"), FactLines.hints(entry))
            .rows(List.of("sources name"), FactLines.specifications(entry))
            .rows(List.of("read on"), entry.documentation().stream().map(URI::toString).toList());
    Table results = new Table().row("VERSION", "VERDICT", "REASONS");
    ImmutableList<Compatibility> verdicts = Compatibility.onEveryBranch(entry);
    for (Compatibility result : verdicts) {
      results.rows(
          List.of(result.version().toString(), result.verdict().toString()), result.reasons());
    }
    String title = VisibleText.of(entry.name() + ": " + entry.purpose());
    String place = presence(verdicts);
    return title + "\n" + (place.isEmpty() ? "" : place + "\n") + "\n" + facts + "\n" + results;
  }

  /** Where the module is on each branch, from the first that has it; empty for a name alone. */
  private String presence(ImmutableList<Compatibility> verdicts) {
    String line = places(verdicts);
    if (!line.isEmpty() || entry.evidence().isEmpty()) {
      return line;
    }
    Evidence evidence = entry.evidence().get();
    return evidence
        .knownAs()
        .flatMap(entry.server().knowledge()::evidence)
        .map(other -> evidence.history() + ": " + places(other))
        .orElseGet(evidence::history);
  }

  private static String places(ImmutableList<Compatibility> verdicts) {
    return places(
        verdicts.stream()
            .filter(verdict -> !verdict.version().equals(ProsodyVersion.TRUNK))
            .collect(toImmutableMap(Compatibility::version, Compatibility::presence)));
  }

  private String places(Evidence evidence) {
    return places(Maps.toMap(entry.server().knowledge().branches(), evidence::presence));
  }

  private static String places(Map<ProsodyVersion, Presence> presences) {
    return presences.entrySet().stream()
        .dropWhile(place -> !place.getValue().isAvailable())
        .map(place -> place.getKey() + " " + place.getValue())
        .collect(Collectors.joining("   "));
  }

  private static String enabled(Stability stability) {
    if (stability == Stability.CORE) {
      return "always";
    }
    return stability.enabledByDefault()
        ? "yes, unless " + stability.variable() + "=false"
        : "no, unless " + stability.variable() + "=true";
  }

  private List<String> specifications() {
    return entry.specifications().isEmpty()
        ? List.of("none in the catalogue")
        : entry.specifications().stream().map(ModuleReport::specification).toList();
  }

  private static String specification(SpecRef specification) {
    String status =
        specification instanceof XepRef xep ? xep.status().map(s -> " (" + s + ")").orElse("") : "";
    return specification + specification.title().map(title -> " " + title).orElse("") + status;
  }

  private String ships() {
    Optional<Evidence> evidence = entry.evidence();
    if (evidence.isEmpty()) {
      return UNKNOWN;
    }
    List<String> ships =
        evidence.get().shippedSince().stream()
            .map(first -> first.isBranch() ? "" + first : first.branch() + " since " + first)
            .toList();
    return ships.isEmpty() ? "with no release of Prosody" : "with Prosody " + Joined.commas(ships);
  }

  private List<String> community() {
    List<String> snapshots =
        entry.evidence().stream()
            .flatMap(evidence -> evidence.community().stream())
            .filter(s -> s.kind() == Source.Kind.COMMUNITY)
            .map(s -> s + ", the time of Prosody " + s.release())
            .toList();
    return snapshots.isEmpty() ? List.of("in no snapshot on record") : snapshots;
  }

  private List<String> knownAs() {
    return entry.evidence().flatMap(Evidence::knownAs).stream().toList();
  }

  /** Each folder with the branches that it has the module for. */
  private List<String> own() {
    Map<String, List<ProsodyVersion>> branches = new LinkedHashMap<>();
    entry.evidence().stream()
        .flatMap(evidence -> evidence.community().stream())
        .filter(source -> source.kind() == Source.Kind.LOCAL)
        .forEach(
            source ->
                branches
                    .computeIfAbsent(source.toString(), folder -> new ArrayList<>())
                    .add(source.release()));
    return branches.entrySet().stream()
        .map(folder -> folder.getKey() + ", for Prosody " + Joined.commas(folder.getValue()))
        .toList();
  }

  /** {@return the object that {@link ModuleDescription#toJson} writes} */
  public String toJson() {
    return ModuleDescription.toJson(entry);
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

  /**
   * {@return records of a field and its value; a field with several values has a record for each}
   */
  public ImmutableList<ImmutableList<String>> toRecords() {
    Stability stability = entry.stability();
    Records records =
        new Records()
            .row("field", "value")
            .row("name", entry.name())
            .row("layer", entry.layer().id())
            .row("stability", stability.id())
            .row("purpose", entry.purpose())
            .row("enabledByDefault", String.valueOf(stability.enabledByDefault()));
    entry
        .specifications()
        .forEach(specification -> records.row("specification", "" + specification));
    entry.evidence().ifPresent(evidence -> evidence(evidence, records));
    entry.documentation().forEach(address -> records.row("documentation", "" + address));
    for (Compatibility result : Compatibility.onEveryBranch(entry)) {
      records.row("compatibility " + result.version(), "" + result.verdict());
    }
    return records.toList();
  }

  private static void evidence(Evidence evidence, Records records) {
    evidence.ships().forEach(version -> records.row("ships", version.toString()));
    evidence.community().forEach(snapshot -> records.row("community", snapshot.toString()));
  }
}
