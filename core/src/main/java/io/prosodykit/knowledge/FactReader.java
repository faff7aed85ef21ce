package io.prosodykit.knowledge;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.EvidenceBuilder;
import io.prosodykit.evidence.HandledEvent;
import io.prosodykit.evidence.KnowledgeBuilder;
import io.prosodykit.evidence.LoaderHint;
import io.prosodykit.evidence.ModuleDependency;
import io.prosodykit.evidence.ModuleOption;
import io.prosodykit.evidence.ModuleScope;
import io.prosodykit.evidence.ProvidedName;
import io.prosodykit.evidence.Source;
import io.prosodykit.json.JsonElements;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads facts about a module: an object for each, with the ids of its sources in {@code in}. */
final class FactReader {
  private static final List<String> REQUIRED = List.of("name", "in");
  private static final List<String> DEPENDENCY = List.of("name", "kind", "in");
  private static final List<String> OPTION = List.of("name", "type", "default", "in");
  private static final List<String> EVENT = List.of("name", "by", "in");
  private static final List<String> HINT = List.of("name", "values", "in");
  private static final List<String> ITEM = List.of("name", "type", "in");
  private static final List<String> OPTION_REQUIRED = List.of("name", "type", "in");

  private final JsonInput in;
  private final KnowledgeBuilder knowledge;
  private @Nullable String name;
  private ModuleDependency.Kind kind = ModuleDependency.Kind.REQUIRED;
  private String type = "";
  private String defaultValue = "";
  private String by = HandledEvent.HOOK;
  private ImmutableList<String> values = ImmutableList.of();

  FactReader(JsonInput in, KnowledgeBuilder knowledge) {
    this.in = in;
    this.knowledge = knowledge;
  }

  /** Reads one fact of a kind, and adds it to the module's evidence. */
  void read(String field, EvidenceBuilder module) {
    List<Source> sources =
        switch (field) {
          case "dependencies" -> fact(DEPENDENCY, REQUIRED);
          case "options" -> fact(OPTION, OPTION_REQUIRED);
          case "events" -> fact(EVENT, REQUIRED);
          case "hints" -> fact(HINT, HINT);
          case "items" -> fact(ITEM, ITEM);
          default -> fact(REQUIRED, REQUIRED);
        };
    if (name == null || sources.isEmpty()) {
      return;
    }
    switch (field) {
      case "dependencies" -> module.dependency(new ModuleDependency(name, kind), sources);
      case "options" -> module.option(new ModuleOption(name, type, defaultValue), sources);
      case "events" -> module.event(new HandledEvent(name, by), sources);
      case "fires" -> module.fires(name, sources);
      case "features" -> module.feature(name, sources);
      case "hints" -> module.hint(new LoaderHint(name, values), sources);
      case "items" -> module.item(new ProvidedName(name, type), sources);
      case "scopes" -> {
        try {
          module.scope(ModuleScope.parse(name), sources);
        } catch (IllegalArgumentException e) {
          in.problem(String.valueOf(e.getMessage()));
        }
      }
      case "provides" -> module.provides(name, sources);
      case "specifications" -> {
        try {
          module.specification(SpecRef.parse(name), sources);
        } catch (IllegalArgumentException e) {
          in.problem(String.valueOf(e.getMessage()));
        }
      }
      default -> module.library(name, sources);
    }
  }

  private List<Source> fact(List<String> known, List<String> required) {
    name = null;
    kind = ModuleDependency.Kind.REQUIRED;
    type = "";
    defaultValue = "";
    by = HandledEvent.HOOK;
    values = ImmutableList.of();
    List<Source> sources = List.of();
    JsonFields fields = in.object(known, required);
    while (fields.next()) {
      switch (fields.field()) {
        case "name" -> name = in.textOrNull();
        case "kind" -> {
          ModuleDependency.Kind read = in.parsed(ModuleDependency.Kind::parse);
          kind = read == null ? kind : read;
        }
        case "type" -> type = in.text();
        case "default" -> defaultValue = in.text();
        case "by" -> by = in.text();
        case "values" -> values = in.texts();
        default -> sources = sources();
      }
    }
    return sources;
  }

  /** Reads the field {@code in}: at least one source. */
  List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    boolean isEmpty = true;
    JsonElements elements = in.elements();
    while (elements.next()) {
      isEmpty = false;
      List<Source> said = in.parsed(this::sources);
      if (said != null) {
        sources.addAll(said);
      }
    }
    if (isEmpty) {
      in.problem("name at least one source");
    }
    return sources;
  }

  private List<Source> sources(String idOrRange) {
    return idOrRange.contains("..")
        ? knowledge.ranges().read(List.of(idOrRange))
        : List.of(source(idOrRange));
  }

  /** The source that has an id. */
  Source source(String id) {
    return knowledge
        .findSource(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no source \""
                        + VisibleText.brief(id)
                        + "\"; define it in sources, before what names it"));
  }
}
