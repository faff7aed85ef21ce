package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.data.DataFile;
import io.prosodykit.json.JsonElements;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import io.prosodykit.specification.SpecRef;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what sources say that the code of modules does. As for {@link ReleaseReader}, catalogue
 * files have a reader of their own.
 */
final class EvidenceFactsReader extends EvidenceFileReader<EvidenceFacts> {
  private static final ImmutableList<String> MODULE =
      ImmutableList.<String>builder().add("name").addAll(GoneFact.OF_MODULES).build();
  private static final List<String> FACT =
      List.of("name", "kind", "type", "default", "by", "values", "in");
  private static final List<String> FACT_REQUIRED = List.of("name", "in");

  private EvidenceFactsReader() {}

  static ImmutableMap<String, EvidenceFacts> read(DataFile file) {
    return new EvidenceFactsReader().readAll(file);
  }

  @Override
  void module(JsonInput in) {
    String name = "";
    List<Sourced<ModuleDependency>> dependencies = new ArrayList<>();
    List<Sourced<ModuleOption>> options = new ArrayList<>();
    List<Sourced<String>> provides = new ArrayList<>();
    List<Sourced<SpecRef>> specifications = new ArrayList<>();
    List<Sourced<String>> libraries = new ArrayList<>();
    List<Sourced<HandledEvent>> events = new ArrayList<>();
    List<Sourced<String>> fires = new ArrayList<>();
    List<Sourced<String>> features = new ArrayList<>();
    List<Sourced<LoaderHint>> hints = new ArrayList<>();
    List<Sourced<ProvidedName>> items = new ArrayList<>();
    List<Sourced<ModuleScope>> scopes = new ArrayList<>();
    JsonFields fields = in.object(MODULE, NAME);
    while (fields.next()) {
      switch (fields.field()) {
        case "name" -> name = in.text();
        case "dependencies" -> {
          for (Fact fact : facts(in)) {
            dependencies.add(fact.with(new ModuleDependency(fact.name, fact.kind)));
          }
        }
        case "options" -> {
          for (Fact fact : facts(in)) {
            options.add(fact.with(new ModuleOption(fact.name, fact.type, fact.defaultValue)));
          }
        }
        case "provides" -> addNames(in, provides);
        case "specifications" -> {
          for (Fact fact : facts(in)) {
            specifications.add(fact.with(SpecRef.parse(fact.name)));
          }
        }
        case "libraries" -> addNames(in, libraries);
        case "events" -> {
          for (Fact fact : facts(in)) {
            events.add(fact.with(new HandledEvent(fact.name, fact.by)));
          }
        }
        case "fires" -> addNames(in, fires);
        case "features" -> addNames(in, features);
        case "hints" -> {
          for (Fact fact : facts(in)) {
            hints.add(fact.with(new LoaderHint(fact.name, fact.values)));
          }
        }
        case "items" -> {
          for (Fact fact : facts(in)) {
            items.add(fact.with(new ProvidedName(fact.name, fact.type)));
          }
        }
        default -> {
          for (Fact fact : facts(in)) {
            scopes.add(fact.with(ModuleScope.parse(fact.name)));
          }
        }
      }
    }
    add(
        name,
        EvidenceFacts.of(
            dependencies,
            options,
            provides,
            specifications,
            libraries,
            ModuleBehaviour.of(events, fires, features, hints, items, scopes)));
  }

  private void addNames(JsonInput in, List<Sourced<String>> names) {
    for (Fact fact : facts(in)) {
      names.add(fact.with(fact.name));
    }
  }

  private List<Fact> facts(JsonInput in) {
    List<Fact> facts = new ArrayList<>();
    JsonElements elements = in.elements();
    while (elements.next()) {
      facts.add(fact(in));
    }
    return facts;
  }

  private Fact fact(JsonInput in) {
    Fact fact = new Fact();
    JsonFields fields = in.object(FACT, FACT_REQUIRED);
    while (fields.next()) {
      switch (fields.field()) {
        case "name" -> fact.name = in.text();
        case "kind" -> fact.kind = ModuleDependency.Kind.parse(in.text());
        case "type" -> fact.type = in.text();
        case "default" -> fact.defaultValue = in.text();
        case "by" -> fact.by = in.text();
        case "values" -> fact.values = in.texts();
        default -> fact.sources = sources(in);
      }
    }
    return fact;
  }

  /** One fact, as the file has it. */
  private static final class Fact {
    private String name = "";
    private String type = "";
    private String by = HandledEvent.HOOK;
    private ImmutableList<String> values = ImmutableList.of();
    private String defaultValue = "";
    private ModuleDependency.Kind kind = ModuleDependency.Kind.REQUIRED;
    private ImmutableList<Source> sources = ImmutableList.of();

    private <T> Sourced<T> with(T value) {
      return new Sourced<>(value, sources);
    }
  }
}
