package io.prosodykit.knowledge;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.KnowledgeBuilder;
import io.prosodykit.facts.FiredEvent;
import io.prosodykit.facts.ObsoleteOption;
import io.prosodykit.facts.OptionNames;
import io.prosodykit.facts.Rock;
import io.prosodykit.facts.ServerEvent;
import io.prosodykit.facts.ServerLayerBuilder;
import io.prosodykit.json.JsonElements;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import io.prosodykit.text.EnumNames;
import io.prosodykit.text.ModuleName;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.List;
import java.util.Optional;

/**
 * Reads the field {@code server} of what a catalogue file knows. Rows have the fields of the
 * catalogue data. Those in which something is wrong, which is a problem of the input, may be added
 * in part.
 */
final class ServerFieldsReader {
  private static final List<String> TABLES =
      List.of(
          "requiredOptions",
          "componentsOnly",
          "conflicts",
          "coreOptions",
          "obsoleteOptions",
          "rocks",
          "events",
          "fired",
          "libraries");
  private static final List<String> CORE_OPTION = List.of("name", "versions");
  private static final List<String> OBSOLETE =
      List.of("name", "since", "checked", "successors", "module", "remark");
  private static final List<String> OBSOLETE_REQUIRED = List.of("name", "since", "checked");
  private static final List<String> ROCK =
      List.of("name", "rock", "debian", "optionalFor", "comesWith");
  private static final List<String> NAME = List.of("name");
  private static final List<String> EVENT = List.of("name", "kind", "stanza", "fields");
  private static final List<String> EVENT_REQUIRED = List.of("name", "kind", "fields");
  private static final List<String> FIRED = List.of("name", "by", "versions");

  private final JsonInput in;
  private final ServerLayerBuilder server;
  private final RuleFieldsReader rules;
  private final LibraryFieldsReader libraries;

  ServerFieldsReader(JsonInput in, KnowledgeBuilder knowledge, ServerLayerBuilder server) {
    this.in = in;
    this.server = server;
    FactReader facts = new FactReader(in, knowledge);
    this.rules = new RuleFieldsReader(in, facts, server);
    this.libraries = new LibraryFieldsReader(in, facts, server);
  }

  void read() {
    JsonFields tables = in.object(TABLES, List.of());
    while (tables.next()) {
      JsonElements rows = in.elements();
      while (rows.next()) {
        row(tables.field());
      }
    }
  }

  private void row(String table) {
    switch (table) {
      case "requiredOptions" -> rules.requiredOption();
      case "componentsOnly" -> rules.componentOnly();
      case "conflicts" -> rules.conflict();
      case "coreOptions" -> coreOption();
      case "obsoleteOptions" -> obsoleteOption();
      case "rocks" -> rock();
      case "events" -> event();
      case "fired" -> fired();
      default -> libraries.library();
    }
  }

  private void coreOption() {
    String name = null;
    VersionRange versions = null;
    JsonFields fields = in.object(CORE_OPTION, CORE_OPTION);
    while (fields.next()) {
      if (fields.field().equals("name")) {
        name = in.textOrNull();
      } else {
        versions = in.parsed(VersionRange::parse);
      }
    }
    if (name != null && versions != null) {
      server.coreOption(new OptionNames(name, versions, ImmutableSet.of(), Optional.empty()));
    }
  }

  private void obsoleteOption() {
    String name = null;
    ProsodyVersion since = null;
    VersionRange checked = null;
    ImmutableSet<String> successors = ImmutableSet.of();
    String module = null;
    String remark = null;
    JsonFields fields = in.object(OBSOLETE, OBSOLETE_REQUIRED);
    while (fields.next()) {
      switch (fields.field()) {
        case "name" -> name = in.textOrNull();
        case "since" -> since = in.parsed(KnowledgeReader::branch);
        case "checked" -> checked = in.parsed(VersionRange::parse);
        case "successors" -> successors = ImmutableSet.copyOf(in.texts());
        case "module" -> module = in.parsed(ModuleName::checked);
        default -> remark = in.textOrNull();
      }
    }
    if (name != null && since != null && checked != null) {
      server.obsoleteOption(
          new ObsoleteOption(
              name,
              since,
              successors,
              Optional.ofNullable(module),
              Optional.ofNullable(remark),
              checked));
    }
  }

  private void rock() {
    String library = null;
    String rock = "";
    ImmutableList<String> debian = ImmutableList.of();
    ImmutableList<String> optionalFor = ImmutableList.of();
    String comesWith = "";
    JsonFields fields = in.object(ROCK, NAME);
    while (fields.next()) {
      switch (fields.field()) {
        case "name" -> library = in.textOrNull();
        case "rock" -> rock = in.text();
        case "debian" -> debian = in.texts();
        case "optionalFor" -> optionalFor = in.texts();
        default -> comesWith = in.text();
      }
    }
    if (library != null) {
      server.rock(new Rock(library, rock, debian, optionalFor, comesWith));
    }
  }

  private void event() {
    String name = null;
    ServerEvent.Kind kind = null;
    String stanza = null;
    ImmutableList<String> passed = ImmutableList.of();
    JsonFields fields = in.object(EVENT, EVENT_REQUIRED);
    while (fields.next()) {
      switch (fields.field()) {
        case "name" -> name = in.textOrNull();
        case "kind" ->
            kind = in.parsed(text -> EnumNames.parse("kind", ServerEvent.Kind.class, text));
        case "stanza" -> stanza = in.textOrNull();
        default -> passed = in.texts();
      }
    }
    if (name != null && kind != null) {
      server.event(new ServerEvent(name, kind, Optional.ofNullable(stanza), passed));
    }
  }

  private void fired() {
    String name = null;
    String by = null;
    VersionRange versions = null;
    JsonFields fields = in.object(FIRED, FIRED);
    while (fields.next()) {
      switch (fields.field()) {
        case "name" -> name = in.textOrNull();
        case "by" -> by = in.textOrNull();
        default -> versions = in.parsed(VersionRange::parse);
      }
    }
    if (name != null && by != null && versions != null) {
      server.fires(new FiredEvent(name, by, versions));
    }
  }
}
