package io.prosodykit.knowledge;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.EvidenceBuilder;
import io.prosodykit.evidence.GoneFact;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.KnowledgeBuilder;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Succession;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.facts.ServerLayer;
import io.prosodykit.facts.ServerLayerBuilder;
import io.prosodykit.json.JsonElements;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import io.prosodykit.text.EnumNames;
import io.prosodykit.text.VisibleText;
import io.prosodykit.version.ProsodyVersion;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the field {@code knowledge} of a catalogue file. */
public final class KnowledgeReader {
  private static final List<String> DOCUMENT =
      List.of("version", "asOf", "sources", "releases", "modules", "server");
  private static final List<String> REQUIRED = List.of("version", "asOf");
  private static final List<String> SOURCE =
      List.of("id", "kind", "release", "date", "title", "whole");
  private static final List<String> SOURCE_REQUIRED =
      List.of("id", "kind", "release", "date", "title");
  private static final ImmutableList<String> MODULE =
      ImmutableList.<String>builder()
          .add("name", "replaces", "ships", "community", "stage", "folder")
          .add("absorbed", "succession", "knownAs")
          .addAll(GoneFact.OF_MODULES)
          .build();
  private static final List<String> NAME = List.of("name");
  private static final List<String> SUCCESSION = List.of("module", "since");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d(-\\d\\d)?");

  private final JsonInput in;
  private final KnowledgeBuilder knowledge = Knowledge.builder();
  private final ServerLayerBuilder server = ServerLayer.builder();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private boolean complete = true;

  private KnowledgeReader(JsonInput in) {
    this.in = in;
  }

  /**
   * {@return what the field says; null if that is not complete, which is a problem of the input}
   */
  public static @Nullable ServerFacts read(JsonInput in) {
    return new KnowledgeReader(in).read();
  }

  private @Nullable ServerFacts read() {
    Set<String> seen = new HashSet<>();
    JsonFields document = in.object(DOCUMENT, REQUIRED);
    while (document.next()) {
      seen.add(document.field());
      switch (document.field()) {
        case "version" -> complete &= in.parsed(knowledge::version) != null;
        case "asOf" -> complete &= in.parsed(text -> knowledge.asOf(day(text))) != null;
        case "server" -> new ServerFieldsReader(in, knowledge, server).read();
        default -> elements(document.field());
      }
    }
    return complete && seen.containsAll(REQUIRED)
        ? ServerFacts.of(knowledge.build(), server.build())
        : null;
  }

  private void elements(String field) {
    JsonElements elements = in.elements();
    while (elements.next()) {
      switch (field) {
        case "sources" -> source();
        case "releases" -> new ReleaseFieldsReader(in).read(knowledge);
        default -> module();
      }
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "not a day: \"" + VisibleText.brief(text) + "\"; write for example 2027-03-01", e);
    }
  }

  static String date(String text) {
    if (!DATE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "not a date: \""
              + VisibleText.brief(text)
              + "\"; write year and month, for example 2027-03, or a day, 2027-03-01");
    }
    return text;
  }

  static ProsodyVersion branch(String text) {
    ProsodyVersion version = ProsodyVersion.parse(text);
    if (!version.isBranch() || version.equals(ProsodyVersion.TRUNK)) {
      throw new IllegalArgumentException("write the branch of " + version + ", for example 0.12");
    }
    return version;
  }

  private void source() {
    String id = null;
    Source.Kind kind = null;
    ProsodyVersion release = null;
    String date = null;
    String title = null;
    boolean whole = false;
    JsonFields fields = in.object(SOURCE, SOURCE_REQUIRED);
    while (fields.next()) {
      switch (fields.field()) {
        case "id" -> id = in.parsed(text -> unique(ids, "source", text));
        case "kind" -> kind = in.parsed(text -> EnumNames.parse("kind", Source.Kind.class, text));
        case "release" -> release = in.parsed(KnowledgeReader::branch);
        case "date" -> date = in.parsed(KnowledgeReader::date);
        case "title" -> title = in.textOrNull();
        default -> whole = in.bool();
      }
    }
    if (id != null && kind != null && release != null && date != null && title != null) {
      knowledge.source(
          new Source(id, kind, release, date, title, whole || kind == Source.Kind.RELEASE));
    }
  }

  private static String unique(Set<String> known, String kind, String name) {
    if (!known.add(name)) {
      throw new IllegalArgumentException(
          "the " + kind + " \"" + VisibleText.brief(name) + "\" is already defined; keep one");
    }
    return name;
  }

  private void module() {
    EvidenceBuilder module = null;
    boolean replaces = false;
    JsonFields fields = in.object(MODULE, NAME);
    while (fields.next()) {
      if (fields.field().equals("name")) {
        module = in.parsed(text -> Evidence.builder(unique(names, "module", text)));
      } else if (fields.field().equals("replaces")) {
        replaces = in.bool();
      } else if (module == null) {
        in.skip();
      } else {
        field(fields.field(), module);
      }
    }
    if (module != null) {
      if (replaces) {
        knowledge.replace(module.build());
      } else {
        knowledge.add(module.build());
      }
    }
  }

  private void field(String field, EvidenceBuilder module) {
    FactReader facts = new FactReader(in, knowledge);
    switch (field) {
      case "ships" -> {
        JsonElements branches = in.elements();
        while (branches.next()) {
          in.parsed(text -> module.ships(ProsodyVersion.parse(text)));
        }
      }
      case "community" -> {
        JsonElements snapshots = in.elements();
        while (snapshots.next()) {
          in.parsed(id -> module.community(facts.source(id)));
        }
      }
      case "stage" -> in.parsed(module::stage);
      case "folder" -> in.parsed(module::folder);
      case "absorbed" -> in.parsed(text -> module.absorbed(branch(text)));
      case "succession" -> succession(module);
      case "knownAs" -> in.parsed(module::knownAs);
      default -> {
        JsonElements elements = in.elements();
        while (elements.next()) {
          facts.read(field, module);
        }
      }
    }
  }

  private void succession(EvidenceBuilder module) {
    String successor = null;
    ProsodyVersion since = null;
    JsonFields fields = in.object(SUCCESSION, SUCCESSION);
    while (fields.next()) {
      if (fields.field().equals("module")) {
        successor = in.textOrNull();
      } else {
        since = in.parsed(KnowledgeReader::branch);
      }
    }
    if (successor != null && since != null) {
      module.succession(new Succession(successor, since));
    }
  }
}
