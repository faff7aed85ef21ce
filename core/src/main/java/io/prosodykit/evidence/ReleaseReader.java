package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import io.prosodykit.data.DataFile;
import io.prosodykit.json.JsonElements;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import io.prosodykit.text.EnumNames;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads what the catalogue data contain about Prosody's releases and about the sources of facts.
 * Catalogue files have the same fields, which {@code io.prosodykit.knowledge} reads with all that
 * may be wrong in them; here there is nothing to report, and a fresh process waits for it.
 */
final class ReleaseReader {
  private static final List<String> DOCUMENT =
      List.of("version", "asOf", "sources", "releases", "functions", "libraries");
  private static final List<String> SOURCE = List.of("id", "kind", "release", "date", "title");
  private static final List<String> SOURCE_MAY_HAVE =
      List.of("id", "kind", "release", "date", "title", "whole");
  private static final List<String> RELEASE = List.of("version", "date", "lua");
  private static final List<String> RELEASE_MAY_HAVE =
      List.of(
          "version",
          "date",
          "maintained",
          "supportedUntil",
          "points",
          "advisories",
          "lua",
          "libraryPrefix");
  private static final List<String> POINT = List.of("version", "date");
  private static final List<String> POINT_MAY_HAVE = List.of("version", "date", "by");
  private static final List<String> ADVISORY = List.of("url", "affected", "fixedIn");
  private static final List<String> ADVISORY_MAY_HAVE =
      List.of("url", "cves", "affected", "fixedIn");

  static final String VERSION;
  static final String AS_OF;
  static final ImmutableList<Source> SOURCES;
  static final ImmutableList<Release> RELEASES;
  static final ReleaseNames FUNCTIONS;
  static final ReleaseNames LIBRARIES;

  static {
    ReleaseReader data = new ReleaseReader();
    DataFile.RELEASES.read(DOCUMENT, data::field);
    VERSION = data.version;
    AS_OF = data.asOf;
    SOURCES = data.sources.build();
    FUNCTIONS = ReleaseNames.of(data.functions, SOURCES);
    LIBRARIES = ReleaseNames.of(data.libraries, SOURCES);
    RELEASES = data.releases();
  }

  private String version = "";
  private String asOf = "";
  private final ImmutableList.Builder<Source> sources = ImmutableList.builder();
  private final List<ReleaseBuilder> branches = new ArrayList<>();

  /** The sources that have a name, as the file writes them. */
  private final Map<String, ImmutableList<String>> functions = new LinkedHashMap<>();

  private final Map<String, ImmutableList<String>> libraries = new LinkedHashMap<>();

  private ReleaseReader() {}

  private void field(String field, JsonInput in) {
    switch (field) {
      case "version" -> version = in.text();
      case "asOf" -> asOf = in.text();
      default -> elements(field, in);
    }
  }

  private void elements(String field, JsonInput in) {
    JsonElements elements = in.elements();
    while (elements.next()) {
      switch (field) {
        case "sources" -> source(in);
        case "releases" -> release(in);
        case "functions" -> ReleaseNames.read(in, functions);
        default -> ReleaseNames.read(in, libraries);
      }
    }
  }

  private void source(JsonInput in) {
    String id = "";
    String kind = "";
    String release = "";
    String date = "";
    String title = "";
    Boolean whole = null;
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
            whole == null ? of == Source.Kind.RELEASE : whole));
  }

  private void release(JsonInput in) {
    String version = "";
    String date = "";
    List<Consumer<ReleaseBuilder>> parts = new ArrayList<>();
    JsonFields fields = in.object(RELEASE_MAY_HAVE, RELEASE);
    while (fields.next()) {
      switch (fields.field()) {
        case "version" -> version = in.text();
        case "date" -> date = in.text();
        default -> part(fields.field(), in, parts);
      }
    }
    ReleaseBuilder branch = Release.builder(ProsodyVersion.parse(version), date);
    parts.forEach(part -> part.accept(branch));
    branches.add(branch);
  }

  private static void part(String field, JsonInput in, List<Consumer<ReleaseBuilder>> parts) {
    switch (field) {
      case "maintained" -> {
        boolean maintained = in.bool();
        parts.add(branch -> branch.maintained(maintained));
      }
      case "supportedUntil" -> {
        String until = in.text();
        parts.add(branch -> branch.supportedUntil(until));
      }
      case "libraryPrefix" -> {
        String prefix = in.text();
        parts.add(branch -> branch.libraryPrefix(prefix));
      }
      case "points" -> {
        JsonElements points = in.elements();
        while (points.next()) {
          PointRelease point = point(in);
          parts.add(branch -> branch.point(point));
        }
      }
      case "advisories" -> {
        JsonElements advisories = in.elements();
        while (advisories.next()) {
          Advisory advisory = advisory(in);
          parts.add(branch -> branch.advisory(advisory));
        }
      }
      default -> {
        ImmutableList<String> lua = in.texts();
        parts.add(branch -> branch.lua(lua));
      }
    }
  }

  private static PointRelease point(JsonInput in) {
    String version = "";
    String date = "";
    boolean by = false;
    JsonFields fields = in.object(POINT_MAY_HAVE, POINT);
    while (fields.next()) {
      switch (fields.field()) {
        case "version" -> version = in.text();
        case "date" -> date = in.text();
        default -> by = in.bool();
      }
    }
    return new PointRelease(ProsodyVersion.parse(version), date, by);
  }

  private static Advisory advisory(JsonInput in) {
    String url = "";
    ImmutableList<String> cves = ImmutableList.of();
    String affected = "";
    String fixedIn = "";
    JsonFields fields = in.object(ADVISORY_MAY_HAVE, ADVISORY);
    while (fields.next()) {
      switch (fields.field()) {
        case "url" -> url = in.text();
        case "cves" -> cves = in.texts();
        case "affected" -> affected = in.text();
        default -> fixedIn = in.text();
      }
    }
    return new Advisory(url, cves, VersionRange.parse(affected), ProsodyVersion.parse(fixedIn));
  }

  private ImmutableList<Release> releases() {
    ImmutableList.Builder<Release> all = ImmutableList.builder();
    for (ReleaseBuilder branch : branches) {
      FUNCTIONS.addTo(branch, ReleaseBuilder::function);
      LIBRARIES.addTo(branch, ReleaseBuilder::library);
      all.add(branch.build());
    }
    return all.build();
  }
}
