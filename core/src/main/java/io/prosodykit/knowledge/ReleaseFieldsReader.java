package io.prosodykit.knowledge;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Advisory;
import io.prosodykit.evidence.Gone;
import io.prosodykit.evidence.KnowledgeBuilder;
import io.prosodykit.evidence.PointRelease;
import io.prosodykit.evidence.Release;
import io.prosodykit.evidence.ReleaseBuilder;
import io.prosodykit.json.JsonElements;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a release in the field {@code knowledge} of a catalogue file. */
final class ReleaseFieldsReader {
  private static final List<String> RELEASE =
      List.of(
          "version",
          "date",
          "like",
          "gone",
          "maintained",
          "supportedUntil",
          "points",
          "advisories",
          "lua",
          "libraryPrefix",
          "functions",
          "functionVersions",
          "libraries",
          "libraryVersions");
  private static final List<String> NAME = List.of("name", "versions");
  private static final List<String> REQUIRED = List.of("version", "date");
  private static final List<String> POINT = List.of("version", "date", "by");
  private static final List<String> POINT_REQUIRED = List.of("version", "date");
  private static final List<String> ADVISORY = List.of("url", "cves", "affected", "fixedIn");
  private static final List<String> ADVISORY_REQUIRED = List.of("url", "affected", "fixedIn");

  private final JsonInput in;

  /** What the fields set, in the order of the file. */
  private final List<Consumer<ReleaseBuilder>> parts = new ArrayList<>();

  ReleaseFieldsReader(JsonInput in) {
    this.in = in;
  }

  /** Adds the release; an incomplete one is a problem of the input. */
  void read(KnowledgeBuilder knowledge) {
    ProsodyVersion version = null;
    String date = null;
    Set<String> seen = new HashSet<>();
    JsonFields fields = in.object(RELEASE, REQUIRED);
    while (fields.next()) {
      seen.add(fields.field());
      switch (fields.field()) {
        case "version" -> version = in.parsed(KnowledgeReader::branch);
        case "date" -> date = in.parsed(KnowledgeReader::date);
        default -> part(fields.field());
      }
    }
    if (version != null && date != null) {
      ReleaseBuilder release = Release.builder(version, date);
      boolean accepted = true;
      for (Consumer<ReleaseBuilder> part : parts) {
        accepted &= unlessRefused(() -> part.accept(release));
      }
      if (!seen.contains("lua") && !seen.contains("like")) {
        in.problem("add lua, its versions of Lua, or like, a branch that runs on the same");
      }
      if (seen.contains("gone") && !seen.contains("like")) {
        in.problem(version + " is like no other branch, so nothing can be gone; add like");
        accepted = false;
      }
      if (!accepted) {
        // what is wrong with it was said
        release.gone(Gone.NOTHING);
      }
      unlessRefused(() -> knowledge.release(release.build()));
    }
  }

  private void part(String field) {
    switch (field) {
      case "maintained" -> {
        boolean maintained = in.bool();
        parts.add(release -> release.maintained(maintained));
      }
      case "supportedUntil" ->
          add(in.parsed(KnowledgeReader::date), ReleaseBuilder::supportedUntil);
      case "points" -> {
        JsonElements points = in.elements();
        while (points.next()) {
          point();
        }
      }
      case "advisories" -> {
        JsonElements advisories = in.elements();
        while (advisories.next()) {
          advisory();
        }
      }
      case "like" -> add(in.parsed(KnowledgeReader::branch), ReleaseBuilder::like);
      case "gone" -> add(new GoneReader(in).read(), ReleaseBuilder::gone);
      case "lua" -> add(in.texts(), ReleaseBuilder::lua);
      case "libraryPrefix" -> add(in.textOrNull(), ReleaseBuilder::libraryPrefix);
      case "functions" -> add(in.texts(), ReleaseBuilder::functions);
      case "functionVersions" -> names(ReleaseBuilder::function);
      case "libraries" -> add(in.texts(), ReleaseBuilder::libraries);
      default -> names(ReleaseBuilder::library);
    }
  }

  private <T> void add(@Nullable T value, BiConsumer<ReleaseBuilder, T> set) {
    if (value != null) {
      parts.add(release -> set.accept(release, value));
    }
  }

  /** Adds a name to a release. */
  private interface Adder {
    void add(ReleaseBuilder release, String name, VersionRange versions);
  }

  private void names(Adder adder) {
    JsonElements names = in.elements();
    while (names.next()) {
      name(adder);
    }
  }

  private void name(Adder adder) {
    String name = null;
    VersionRange versions = null;
    JsonFields fields = in.object(NAME, NAME);
    while (fields.next()) {
      if (fields.field().equals("name")) {
        name = in.textOrNull();
      } else {
        versions = in.parsed(VersionRange::parse);
      }
    }
    if (name != null && versions != null) {
      String added = name;
      VersionRange having = versions;
      parts.add(release -> adder.add(release, added, having));
    }
  }

  private void point() {
    ProsodyVersion version = null;
    String date = null;
    boolean by = false;
    JsonFields fields = in.object(POINT, POINT_REQUIRED);
    while (fields.next()) {
      switch (fields.field()) {
        case "version" -> version = in.parsed(ProsodyVersion::parse);
        case "date" -> date = in.parsed(KnowledgeReader::date);
        default -> by = in.bool();
      }
    }
    if (version != null && date != null) {
      ProsodyVersion point = version;
      String day = date;
      boolean isBy = by;
      parts.add(release -> release.point(new PointRelease(point, day, isBy)));
    }
  }

  private void advisory() {
    String url = null;
    ImmutableList<String> cves = ImmutableList.of();
    VersionRange affected = null;
    ProsodyVersion fixedIn = null;
    JsonFields fields = in.object(ADVISORY, ADVISORY_REQUIRED);
    while (fields.next()) {
      switch (fields.field()) {
        case "url" -> url = in.textOrNull();
        case "cves" -> cves = in.texts();
        case "affected" -> affected = in.parsed(VersionRange::parse);
        default -> fixedIn = in.parsed(ProsodyVersion::parse);
      }
    }
    if (url != null && affected != null && fixedIn != null) {
      String address = url;
      ImmutableList<String> ids = cves;
      VersionRange range = affected;
      ProsodyVersion fix = fixedIn;
      parts.add(release -> release.advisory(new Advisory(address, ids, range, fix)));
    }
  }

  private boolean unlessRefused(Runnable part) {
    try {
      part.run();
      return true;
    } catch (IllegalArgumentException e) {
      in.problem(String.valueOf(e.getMessage()));
      return false;
    }
  }
}
