package io.prosodykit.facts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.data.DataFile;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.text.EnumNames;
import io.prosodykit.version.ProsodyVersion;

/** Reads what the catalogue data contain about the server that modules run in. */
final class ServerFactsReader {
  private static final String NAME = "name";
  private static final String INSTEAD = "instead";
  private static final String SOURCE = "source";

  private static final TableShape OBSOLETE =
      TableShape.of("obsolete", NAME, "since", TableRow.SOURCES)
          .withOptional("successors", "module", "remark");
  private static final TableShape SHARED = named("shared");
  private static final TableShape PREFIXES = named("modulePrefixes");
  private static final TableShape EXTRAS = named("extras");
  private static final TableShape DROPPED_FUNCTIONS = dropped("droppedFunctions");
  private static final TableShape DROPPED_LIBRARIES = dropped("droppedLibraries");
  private static final TableShape FUNCTIONS =
      TableShape.of("functions", NAME, "lua").withOptional(INSTEAD);
  private static final TableShape BLOCKING = TableShape.of("blocking", NAME, INSTEAD, SOURCE);
  private static final TableShape SOCKETS = TableShape.of("sockets", NAME, SOURCE);
  private static final TableShape EVENTS =
      TableShape.of("events", NAME, "kind", "fields").withOptional("stanza");
  private static final TableShape GRANTED = TableShape.of("granted", "namespace", "specification");
  private static final TableShape STAGES = named("stages");

  private ServerFactsReader() {}

  private static TableShape named(String table) {
    return TableShape.of(table, NAME, TableRow.SOURCES);
  }

  private static TableShape dropped(String table) {
    return TableShape.of(table, NAME, INSTEAD, TableRow.SOURCES);
  }

  /** The tables of a file, before any of them is read. */
  static TableFile tables(DataFile file) {
    return switch (file) {
      case OPTIONS -> TableFile.of(OBSOLETE, SHARED, PREFIXES);
      case MODULE_API -> TableFile.of(EXTRAS, DROPPED_FUNCTIONS, DROPPED_LIBRARIES);
      case LUA -> TableFile.withSource(FUNCTIONS, BLOCKING, SOCKETS);
      case EVENTS -> TableFile.withSource(EVENTS);
      case NAMESPACES -> TableFile.of(GRANTED);
      case STAGES -> TableFile.of(STAGES);
      default -> throw new IllegalArgumentException(file + " is not about the server");
    };
  }

  private static TableFile read(DataFile file) {
    TableFile tables = tables(file);
    file.read(tables.fields(), tables::read);
    return tables;
  }

  static ConfigurationOptions options() {
    TableFile file = read(DataFile.OPTIONS);
    ImmutableMap.Builder<String, Sourced<ObsoleteOption>> obsolete = ImmutableMap.builder();
    for (TableRow row : file.rows(OBSOLETE)) {
      ObsoleteOption option =
          new ObsoleteOption(
              row.text(NAME),
              ProsodyVersion.parse(row.text("since")),
              ImmutableSet.copyOf(row.list("successors")),
              row.find("module"),
              row.find("remark"));
      obsolete.put(option.name(), row.saying(option));
    }
    return new ConfigurationOptions(
        obsolete.buildOrThrow(), byName(file, SHARED, NAME), names(file, PREFIXES));
  }

  static ModuleApi moduleApi() {
    TableFile file = read(DataFile.MODULE_API);
    return new ModuleApi(
        byName(file, EXTRAS, NAME),
        byName(file, DROPPED_FUNCTIONS, INSTEAD),
        byName(file, DROPPED_LIBRARIES, INSTEAD));
  }

  static LuaLibraries luaLibraries() {
    TableFile file = read(DataFile.LUA);
    ImmutableMap.Builder<String, LuaLibraries.Function> functions = ImmutableMap.builder();
    for (TableRow row : file.rows(FUNCTIONS)) {
      String path = row.text(NAME);
      functions.put(
          path,
          new LuaLibraries.Function(path, ImmutableSet.copyOf(row.list("lua")), row.find(INSTEAD)));
    }
    ImmutableMap.Builder<String, LuaLibraries.BlockingCall> blocking = ImmutableMap.builder();
    for (TableRow row : file.rows(BLOCKING)) {
      String path = row.text(NAME);
      blocking.put(path, new LuaLibraries.BlockingCall(path, row.text(INSTEAD), row.text(SOURCE)));
    }
    ImmutableMap.Builder<String, String> sockets = ImmutableMap.builder();
    for (TableRow row : file.rows(SOCKETS)) {
      sockets.put(row.text(NAME), row.text(SOURCE));
    }
    return new LuaLibraries(
        file.source(), functions.buildOrThrow(), blocking.buildOrThrow(), sockets.buildOrThrow());
  }

  static ServerEvents events() {
    TableFile file = read(DataFile.EVENTS);
    ImmutableMap.Builder<String, ServerEvent> events = ImmutableMap.builder();
    for (TableRow row : file.rows(EVENTS)) {
      String name = row.text(NAME);
      ServerEvent.Kind kind = EnumNames.parse("kind", ServerEvent.Kind.class, row.text("kind"));
      events.put(name, new ServerEvent(name, kind, row.find("stanza"), row.list("fields")));
    }
    return new ServerEvents(file.source(), events.buildOrThrow());
  }

  static ImmutableMap<String, SpecRef> grantedNamespaces() {
    ImmutableMap.Builder<String, SpecRef> granted = ImmutableMap.builder();
    for (TableRow row : read(DataFile.NAMESPACES).rows(GRANTED)) {
      granted.put(row.text("namespace"), SpecRef.parse(row.text("specification")));
    }
    return granted.buildOrThrow();
  }

  static ImmutableList<Sourced<String>> stages() {
    return names(read(DataFile.STAGES), STAGES);
  }

  private static ImmutableList<Sourced<String>> names(TableFile file, TableShape table) {
    return byName(file, table, NAME).values().asList();
  }

  /** The values of one field of a table, by the names of the rows. */
  private static ImmutableMap<String, Sourced<String>> byName(
      TableFile file, TableShape table, String field) {
    ImmutableMap.Builder<String, Sourced<String>> byName = ImmutableMap.builder();
    for (TableRow row : file.rows(table)) {
      byName.put(row.text(NAME), row.saying(row.text(field)));
    }
    return byName.buildOrThrow();
  }
}
