package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Reads the evidence of the catalogue data. */
final class EvidenceReader {
  private static final ImmutableSet<String> DOCUMENT =
      ImmutableSet.of("formatVersion", "snapshots", "modules");
  private static final ImmutableSet<String> SNAPSHOT = ImmutableSet.of("date", "release", "source");
  private static final ImmutableSet<String> MODULE = ImmutableSet.of("name", "ships", "community");

  private final Map<String, Evidence.Snapshot> snapshots = new HashMap<>();
  private final ImmutableMap.Builder<String, Evidence> modules = ImmutableMap.builder();

  private EvidenceReader() {}

  static ImmutableMap<String, Evidence> read() {
    EvidenceReader reader = new EvidenceReader();
    DataFile.EVIDENCE.read(reader::document);
    return reader.modules.buildOrThrow();
  }

  private void document(JsonInput in) {
    JsonFields document = in.object(DOCUMENT, DOCUMENT);
    while (document.next()) {
      if (document.field().equals("formatVersion")) {
        in.integer();
      } else if (in.array()) {
        while (in.nextElement()) {
          if (document.field().equals("snapshots")) {
            snapshot(in);
          } else {
            module(in);
          }
        }
      }
    }
  }

  private void snapshot(JsonInput in) {
    String date = "";
    String release = "";
    String source = "";
    JsonFields fields = in.object(SNAPSHOT, SNAPSHOT);
    while (fields.next()) {
      switch (fields.field()) {
        case "date" -> date = in.text();
        case "release" -> release = in.text();
        default -> source = in.text();
      }
    }
    snapshots.put(date, new Evidence.Snapshot(date, ProsodyVersion.parse(release), source));
  }

  private void module(JsonInput in) {
    String name = "";
    ImmutableList<String> ships = ImmutableList.of();
    ImmutableList<String> community = ImmutableList.of();
    JsonFields fields = in.object(MODULE, MODULE);
    while (fields.next()) {
      switch (fields.field()) {
        case "name" -> name = in.text();
        case "ships" -> ships = in.texts();
        default -> community = in.texts();
      }
    }
    modules.put(
        name,
        new Evidence(
            name,
            ships.stream().map(ProsodyVersion::parse).collect(ImmutableList.toImmutableList()),
            community.stream()
                .map(date -> Objects.requireNonNull(snapshots.get(date), date))
                .collect(ImmutableList.toImmutableList())));
  }
}
