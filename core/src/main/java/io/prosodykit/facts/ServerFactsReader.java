package io.prosodykit.facts;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.data.DataFile;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.ModuleOption;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.text.EnumNames;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.Optional;
import java.util.function.Function;

/** Reads what the catalogue data contain about the server that modules run in. */
final class ServerFactsReader {
  private static final String NAME = TableRow.NAME;
  private static final String INSTEAD = "instead";
  private static final String SOURCE = "source";
  private static final String MODULE = "module";

  private static final String VERSIONS = "versions";

  private static final TableShape CORE = TableShape.of("core", NAME, VERSIONS);
  private static final TableShape GLOBAL_ONLY =
      TableShape.of("globalOnly", NAME, VERSIONS).withOptional("except");
  private static final TableShape COMPUTED =
      TableShape.of("computed", NAME, VERSIONS).withOptional(MODULE);
  private static final TableShape COMPOSED =
      TableShape.of("composed", NAME, MODULE, "type", VERSIONS);
  private static final TableShape OBSOLETE =
      TableShape.of("obsolete", NAME, "since", "checked")
          .withOptional("successors", MODULE, "remark");
  private static final TableShape SHARED = named("shared");
  private static final TableShape PREFIXES =
      named("modulePrefixes").withOptional("options", "perStore");
  private static final TableShape HINTS = TableShape.of("hints", NAME, VERSIONS);
  private static final TableShape FEATURES = TableShape.of("features", NAME, VERSIONS);
  private static final TableShape ALWAYS = TableShape.of("always", NAME, VERSIONS);
  private static final TableShape INHERITED = TableShape.of("inherited", NAME, VERSIONS);
  private static final TableShape DEFAULTS = TableShape.of("defaults", NAME, "option", VERSIONS);
  private static final TableShape RENAMED = TableShape.of("renamed", NAME, INSTEAD, VERSIONS);
  private static final TableShape SKIPPED = TableShape.of("skipped", NAME, "beside", VERSIONS);
  private static final TableShape REQUIRED_OPTIONS =
      TableShape.of("requiredOptions", NAME, "options", TableRow.SOURCES).withOptional(MODULE);
  private static final TableShape COMPONENTS_ONLY = named("componentsOnly");
  private static final TableShape CONFLICTS =
      TableShape.of("conflicts", NAME, INSTEAD, "reason", "by", TableRow.SOURCES);
  private static final TableShape FUNCTIONS =
      TableShape.of("functions", NAME, "lua").withOptional(INSTEAD);
  private static final TableShape IGNORED_ARGUMENTS =
      TableShape.of("ignoredArguments", NAME, "uses", "lua", INSTEAD);
  private static final TableShape BLOCKING = TableShape.of("blocking", NAME, INSTEAD, SOURCE);
  private static final TableShape SOCKETS = TableShape.of("sockets", NAME, SOURCE);
  private static final TableShape EVENTS =
      TableShape.of("events", NAME, "kind", "fields").withOptional("stanza");
  private static final TableShape FIRED = TableShape.of("fired", NAME, "by", VERSIONS);
  private static final TableShape GRANTED = TableShape.of("granted", "namespace", "specification");
  private static final TableShape ROCKS =
      TableShape.of("rocks", NAME).withOptional("rock", "debian", "optionalFor", "comesWith");
  private static final TableShape THROUGH = TableShape.of("through", NAME, "libraries");
  private static final TableShape STAGES = named("stages");

  private ServerFactsReader() {}

  private static TableShape named(String table) {
    return TableShape.of(table, NAME, TableRow.SOURCES);
  }

  /** The tables of a file, before any of them is read. */
  static TableFile tables(DataFile file) {
    return switch (file) {
      case OPTIONS ->
          TableFile.of(CORE, GLOBAL_ONLY, COMPUTED, COMPOSED, OBSOLETE, SHARED, PREFIXES);
      case MODULE_API -> ModuleApiReader.tables();
      case LOADER -> TableFile.of(HINTS, FEATURES, ALWAYS, INHERITED, DEFAULTS, RENAMED, SKIPPED);
      case RULES -> TableFile.of(REQUIRED_OPTIONS, COMPONENTS_ONLY, CONFLICTS);
      case LUA -> TableFile.withSource(FUNCTIONS, IGNORED_ARGUMENTS, BLOCKING, SOCKETS);
      case EVENTS -> TableFile.withSource(EVENTS, FIRED);
      case NAMESPACES -> TableFile.of(GRANTED);
      case STAGES -> TableFile.of(STAGES);
      case ROCKS -> TableFile.withSource(ROCKS, THROUGH);
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
    return new ConfigurationOptions(
        byName(file, CORE, ServerFactsReader::optionNames),
        byName(file, GLOBAL_ONLY, ServerFactsReader::optionNames).values().asList(),
        byName(file, COMPUTED, ServerFactsReader::optionNames).values().asList(),
        file.rows(COMPOSED).stream().map(ServerFactsReader::composedOption).toList(),
        byName(file, OBSOLETE, ServerFactsReader::obsoleteOption),
        file.byName(SHARED, row -> row.text(NAME)),
        file.byName(PREFIXES, ServerFactsReader::modulePrefix).values().asList());
  }

  /** The facts of a table whose rows name no sources, by the names of the rows. */
  private static <T> ImmutableMap<String, T> byName(
      TableFile file, TableShape table, Function<TableRow, T> fact) {
    ImmutableMap.Builder<String, T> byName = ImmutableMap.builder();
    for (TableRow row : file.rows(table)) {
      byName.put(row.text(NAME), fact.apply(row));
    }
    return byName.buildOrThrow();
  }

  private static OptionNames optionNames(TableRow row) {
    return new OptionNames(
        row.text(NAME),
        VersionRange.parse(row.text(VERSIONS)),
        ImmutableSet.copyOf(row.list("except")),
        row.find(MODULE));
  }

  private static ComposedOption composedOption(TableRow row) {
    return new ComposedOption(
        row.text(MODULE),
        new ModuleOption(row.text(NAME), row.text("type"), ""),
        VersionRange.parse(row.text(VERSIONS)));
  }

  private static ObsoleteOption obsoleteOption(TableRow row) {
    return new ObsoleteOption(
        row.text(NAME),
        ProsodyVersion.parse(row.text("since")),
        ImmutableSet.copyOf(row.list("successors")),
        row.find(MODULE),
        row.find("remark"),
        VersionRange.parse(row.text("checked")));
  }

  private static ModulePrefix modulePrefix(TableRow row) {
    return new ModulePrefix(
        row.text(NAME),
        ImmutableSet.copyOf(row.list("options")),
        ImmutableSet.copyOf(row.list("perStore")));
  }

  static ModuleApi moduleApi() {
    return ModuleApiReader.read(read(DataFile.MODULE_API));
  }

  static LoaderRules loader() {
    TableFile file = read(DataFile.LOADER);
    return new LoaderRules(
        versions(file, HINTS),
        versions(file, FEATURES),
        new AutoloadedModules(
            versions(file, ALWAYS),
            versions(file, INHERITED),
            versions(file, DEFAULTS),
            byName(file, DEFAULTS, row -> row.text("option")),
            names(file, RENAMED, INSTEAD),
            names(file, SKIPPED, "beside")));
  }

  /** The names in a column, with the versions that they stand for. */
  private static ImmutableMap<String, OptionNames> names(
      TableFile file, TableShape table, String column) {
    return byName(
        file,
        table,
        row ->
            new OptionNames(
                row.text(column),
                VersionRange.parse(row.text(VERSIONS)),
                ImmutableSet.of(),
                Optional.empty()));
  }

  private static ImmutableMap<String, VersionRange> versions(TableFile file, TableShape table) {
    return byName(file, table, row -> VersionRange.parse(row.text(VERSIONS)));
  }

  static ConfigurationRules rules() {
    TableFile file = read(DataFile.RULES);
    return new ConfigurationRules(
        facts(
            file,
            REQUIRED_OPTIONS,
            row ->
                new RequiredOption(
                    row.text(NAME), ImmutableSet.copyOf(row.list("options")), row.find(MODULE))),
        facts(file, COMPONENTS_ONLY, row -> row.text(NAME)),
        facts(
            file,
            CONFLICTS,
            row ->
                new ModuleConflict(
                    row.text(NAME),
                    row.text(INSTEAD),
                    row.text("reason"),
                    EnumNames.parse("by", ModuleConflict.By.class, row.text("by")))),
        Knowledge.builtIn());
  }

  /** The facts of a table in which several rows may have the same name. */
  private static <T> ImmutableList<Sourced<T>> facts(
      TableFile file, TableShape table, Function<TableRow, T> fact) {
    return file.rows(table).stream()
        .map(row -> row.saying(fact.apply(row)))
        .collect(ImmutableList.toImmutableList());
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
    ImmutableMap.Builder<String, LuaLibraries.IgnoredArguments> ignored = ImmutableMap.builder();
    for (TableRow row : file.rows(IGNORED_ARGUMENTS)) {
      String path = row.text(NAME);
      ignored.put(
          path,
          new LuaLibraries.IgnoredArguments(
              path, row.number("uses"), ImmutableSet.copyOf(row.list("lua")), row.text(INSTEAD)));
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
        file.source(),
        functions.buildOrThrow(),
        ignored.buildOrThrow(),
        blocking.buildOrThrow(),
        sockets.buildOrThrow());
  }

  static ServerEvents events() {
    TableFile file = read(DataFile.EVENTS);
    ImmutableMap.Builder<String, ServerEvent> events = ImmutableMap.builder();
    for (TableRow row : file.rows(EVENTS)) {
      String name = row.text(NAME);
      ServerEvent.Kind kind = EnumNames.parse("kind", ServerEvent.Kind.class, row.text("kind"));
      events.put(name, new ServerEvent(name, kind, row.find("stanza"), row.list("fields")));
    }
    return new ServerEvents(
        file.source(),
        events.buildOrThrow(),
        file.rows(FIRED).stream().map(ServerFactsReader::firedEvent).collect(toImmutableList()));
  }

  private static FiredEvent firedEvent(TableRow row) {
    return new FiredEvent(row.text(NAME), row.text("by"), VersionRange.parse(row.text(VERSIONS)));
  }

  static ImmutableMap<String, SpecRef> grantedNamespaces() {
    ImmutableMap.Builder<String, SpecRef> granted = ImmutableMap.builder();
    for (TableRow row : read(DataFile.NAMESPACES).rows(GRANTED)) {
      granted.put(row.text("namespace"), SpecRef.parse(row.text("specification")));
    }
    return granted.buildOrThrow();
  }

  static Rocks rocks() {
    TableFile file = read(DataFile.ROCKS);
    return new Rocks(
        file.source(),
        byName(file, ROCKS, ServerFactsReader::rock).values().asList(),
        byName(file, THROUGH, row -> row.list("libraries")));
  }

  private static Rock rock(TableRow row) {
    return new Rock(
        row.text(NAME),
        row.find("rock").orElse(""),
        row.list("debian"),
        row.list("optionalFor"),
        row.find("comesWith").orElse(""));
  }

  static ImmutableList<Sourced<String>> stages() {
    return read(DataFile.STAGES).byName(STAGES, row -> row.text(NAME)).values().asList();
  }
}
