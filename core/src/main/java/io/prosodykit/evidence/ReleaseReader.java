package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import io.prosodykit.data.DataFile;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import io.prosodykit.text.EnumNames;
import io.prosodykit.version.ProsodyVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what the catalogue data contain about Prosody's releases and about the sources of facts.
 */
final class ReleaseReader {
  private static final List<String> DOCUMENT =
      List.of("version", "asOf", "sources", "releases", "functions", "libraries");
  private static final List<String> SOURCE = List.of("id", "kind", "release", "date", "title");
  private static final List<String> SOURCE_MAY_HAVE =
      List.of("id", "kind", "release", "date", "title", "whole");
  private static final List<String> RELEASE = List.of("version", "date", "lua");
  private static final List<String> RELEASE_MAY_HAVE =
      List.of("version", "date", "maintained", "lua", "libraryPrefix");
  private static final List<String> NAME = List.of("name", "in");

  static final String VERSION;
  static final LocalDate AS_OF;
  static final ImmutableList<Source> SOURCES;
  static final ImmutableList<Release> RELEASES;

  static {
    ReleaseReader data = new ReleaseReader();
    DataFile.RELEASES.read(DOCUMENT, data::field);
    VERSION = data.version;
    AS_OF = LocalDate.parse(data.asOf);
    SOURCES = data.sources.build();
    RELEASES = data.releases();
  }

  private String version = "";
  private String asOf = "";
  private final ImmutableList.Builder<Source> sources = ImmutableList.builder();
  private final List<ReleaseBuilder> branches = new ArrayList<>();

  /** Names by the branch that has them. */
  private final Map<String, Set<String>> functions = new HashMap<>();

  private final Map<String, Set<String>> libraries = new HashMap<>();

  private ReleaseReader() {}

  private void field(String field, JsonInput in) {
    switch (field) {
      case "version" -> version = in.text();
      case "asOf" -> asOf = in.text();
      case "sources" -> in.elements(this::source);
      case "releases" -> in.elements(this::release);
      case "functions" -> in.elements(element -> name(element, functions));
      default -> in.elements(element -> name(element, libraries));
    }
  }

  private void source(JsonInput in) {
    String id = "";
    String kind = "";
    String release = "";
    String date = "";
    String title = "";
    boolean whole = false;
    JsonFields fields = in.object(SOURCE_MAY_HAVE, SOURCE);
    while (fields.next()) {
      switch (fields.field()) {
        case "id" -> id = in.text();
        case "kind" -> kind = in.text();
        case "release" -> release = in.text();
        case "date" -> date = in.text();
        case "whole" -> whole = in.bool();
        default -> title = in.text();
      }
    }
    Source.Kind of = EnumNames.parse("kind", Source.Kind.class, kind);
    sources.add(
        new Source(
            id,
            of,
            ProsodyVersion.parse(release),
            date,
            title,
            whole || of == Source.Kind.RELEASE));
  }

  private void release(JsonInput in) {
    String version = "";
    String date = "";
    boolean maintained = false;
    ImmutableList<String> lua = ImmutableList.of();
    Optional<String> libraryPrefix = Optional.empty();
    JsonFields fields = in.object(RELEASE_MAY_HAVE, RELEASE);
    while (fields.next()) {
      switch (fields.field()) {
        case "version" -> version = in.text();
        case "date" -> date = in.text();
        case "maintained" -> maintained = in.bool();
        case "libraryPrefix" -> libraryPrefix = Optional.of(in.text());
        default -> lua = in.texts();
      }
    }
    ReleaseBuilder branch =
        Release.builder(ProsodyVersion.parse(version), date).maintained(maintained).lua(lua);
    libraryPrefix.ifPresent(branch::libraryPrefix);
    branches.add(branch);
  }

  private static void name(JsonInput in, Map<String, Set<String>> byBranch) {
    String name = "";
    ImmutableList<String> branches = ImmutableList.of();
    JsonFields fields = in.object(NAME, NAME);
    while (fields.next()) {
      if (fields.field().equals("name")) {
        name = in.text();
      } else {
        branches = in.texts();
      }
    }
    for (String branch : branches) {
      Set<String> names = byBranch.get(branch);
      if (names == null) {
        names = new LinkedHashSet<>();
        byBranch.put(branch, names);
      }
      names.add(name);
    }
  }

  private ImmutableList<Release> releases() {
    ImmutableList.Builder<Release> all = ImmutableList.builder();
    for (ReleaseBuilder branch : branches) {
      String name = branch.version().toString();
      all.add(
          branch
              .functions(functions.getOrDefault(name, Set.of()))
              .libraries(libraries.getOrDefault(name, Set.of()))
              .build());
    }
    return all.build();
  }
}
