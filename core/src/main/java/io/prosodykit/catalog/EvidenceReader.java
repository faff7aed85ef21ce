package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Reads a file of evidence. */
final class EvidenceReader implements Consumer<JsonInput> {
  private static final List<String> DOCUMENT = List.of("formatVersion", "modules");
  private static final List<String> MODULE =
      List.of(
          "name",
          "ships",
          "community",
          "stage",
          "folder",
          "absorbed",
          "succession",
          "dependencies",
          "options",
          "provides",
          "specifications",
          "libraries");
  private static final List<String> MODULE_REQUIRED = List.of("name", "ships", "community");
  private static final List<String> SUCCESSION = List.of("module", "since");
  private static final List<String> FACT = List.of("name", "soft", "type", "default", "in");
  private static final List<String> FACT_REQUIRED = List.of("name", "in");

  private final ImmutableMap.Builder<String, Evidence> modules = ImmutableMap.builder();
  private final Map<ImmutableList<String>, ImmutableList<Source>> sources = new HashMap<>();

  private EvidenceReader() {}

  static ImmutableMap<String, Evidence> read(DataFile file) {
    EvidenceReader reader = new EvidenceReader();
    file.read(reader);
    return reader.modules.buildOrThrow();
  }

  @Override
  public void accept(JsonInput in) {
    JsonFields document = in.object(DOCUMENT, DOCUMENT);
    while (document.next()) {
      if (document.field().equals("formatVersion")) {
        in.integer();
      } else if (in.array()) {
        while (in.nextElement()) {
          module(in);
        }
      }
    }
  }

  private void module(JsonInput in) {
    String name = "";
    ImmutableList.Builder<ProsodyVersion> ships = ImmutableList.builder();
    ImmutableList<Source> community = ImmutableList.of();
    String stage = null;
    String folder = null;
    ProsodyVersion absorbed = null;
    Evidence.Succession succession = null;
    List<Sourced<Evidence.Dependency>> dependencies = new ArrayList<>();
    List<Sourced<Evidence.Option>> options = new ArrayList<>();
    List<Sourced<String>> provides = new ArrayList<>();
    List<Sourced<SpecRef>> specifications = new ArrayList<>();
    List<Sourced<String>> libraries = new ArrayList<>();
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
        case "succession" -> succession = succession(in);
        case "dependencies" -> {
          for (Fact fact : facts(in)) {
            dependencies.add(fact.saying(new Evidence.Dependency(fact.name, fact.soft)));
          }
        }
        case "options" -> {
          for (Fact fact : facts(in)) {
            options.add(fact.saying(new Evidence.Option(fact.name, fact.type, fact.defaultValue)));
          }
        }
        case "provides" -> addNames(in, provides);
        case "specifications" -> {
          for (Fact fact : facts(in)) {
            specifications.add(fact.saying(SpecRef.parse(fact.name)));
          }
        }
        default -> addNames(in, libraries);
      }
    }
    modules.put(
        name,
        new Evidence(
            name,
            ships.build(),
            community,
            stage,
            folder,
            absorbed,
            succession,
            dependencies,
            options,
            provides,
            specifications,
            libraries));
  }

  private static Evidence.Succession succession(JsonInput in) {
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
    return new Evidence.Succession(module, ProsodyVersion.parse(since));
  }

  private void addNames(JsonInput in, List<Sourced<String>> names) {
    for (Fact fact : facts(in)) {
      names.add(fact.saying(fact.name));
    }
  }

  private List<Fact> facts(JsonInput in) {
    List<Fact> facts = new ArrayList<>();
    if (in.array()) {
      while (in.nextElement()) {
        Fact fact = new Fact();
        JsonFields fields = in.object(FACT, FACT_REQUIRED);
        while (fields.next()) {
          switch (fields.field()) {
            case "name" -> fact.name = in.text();
            case "soft" -> fact.soft = in.bool();
            case "type" -> fact.type = in.text();
            case "default" -> fact.defaultValue = in.text();
            default -> fact.said = sources(in);
          }
        }
        facts.add(fact);
      }
    }
    return facts;
  }

  /** The sources of many facts are the same, and one list serves them all. */
  private ImmutableList<Source> sources(JsonInput in) {
    ImmutableList<String> ids = in.texts();
    ImmutableList<Source> known = sources.get(ids);
    if (known == null) {
      ImmutableList.Builder<Source> read = ImmutableList.builder();
      for (String id : ids) {
        read.add(Objects.requireNonNull(ReleaseData.SOURCES_BY_ID.get(id), id));
      }
      known = read.build();
      sources.put(ids, known);
    }
    return known;
  }

  /** One fact, as the file has it. */
  private static final class Fact {
    private String name = "";
    private String type = "";
    private String defaultValue = "";
    private boolean soft;
    private ImmutableList<Source> said = ImmutableList.of();

    private <T> Sourced<T> saying(T value) {
      return new Sourced<>(value, said);
    }
  }
}
