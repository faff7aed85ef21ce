package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.data.DataFile;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;

/** Reads where modules are available. */
final class EvidenceReader extends EvidenceFileReader<Evidence> {
  private static final List<String> MODULE =
      List.of("name", "ships", "community", "stage", "folder", "absorbed", "succession", "knownAs");
  private static final List<String> MODULE_REQUIRED = List.of("name", "ships", "community");
  private static final List<String> SUCCESSION = List.of("module", "since");

  private EvidenceReader() {}

  static ImmutableMap<String, Evidence> read(DataFile file) {
    return new EvidenceReader().readAll(file);
  }

  @Override
  void module(JsonInput in) {
    String name = "";
    ImmutableList.Builder<ProsodyVersion> ships = ImmutableList.builder();
    ImmutableList<Source> community = ImmutableList.of();
    String stage = null;
    String folder = null;
    ProsodyVersion absorbed = null;
    Succession succession = null;
    String knownAs = null;
    JsonFields fields = in.object(MODULE, MODULE_REQUIRED);
    while (fields.next()) {
      switch (fields.field()) {
        case "name" -> name = in.text();
        case "ships" -> {
          for (String version : in.texts()) {
            ships.add(ProsodyVersion.parse(version));
          }
        }
        case "community" -> community = sources(in);
        case "stage" -> stage = in.text();
        case "folder" -> folder = in.text();
        case "absorbed" -> absorbed = ProsodyVersion.parse(in.text());
        case "knownAs" -> knownAs = in.text();
        default -> succession = succession(in);
      }
    }
    add(
        name,
        new Evidence(
            name,
            ships.build(),
            community,
            stage,
            folder,
            absorbed,
            succession,
            knownAs,
            null,
            null));
  }

  private static Succession succession(JsonInput in) {
    String module = "";
    String since = "";
    JsonFields fields = in.object(SUCCESSION, SUCCESSION);
    while (fields.next()) {
      if (fields.field().equals("module")) {
        module = in.text();
      } else {
        since = in.text();
      }
    }
    return new Succession(module, ProsodyVersion.parse(since));
  }
}
