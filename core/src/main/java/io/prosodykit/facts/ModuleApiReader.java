package io.prosodykit.facts;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.DeprecatedApi.Deprecation;
import io.prosodykit.facts.ModuleApi.HookFunction;
import io.prosodykit.text.EnumNames;

/** Reads what the catalogue data contain about the module API. */
final class ModuleApiReader {
  private static final String NAME = "name";
  private static final String INSTEAD = "instead";
  private static final String REASON = "reason";
  private static final String USES = "uses";

  private static final TableShape EXTRAS = table("extras", NAME);
  private static final TableShape DROPPED_FUNCTIONS = table("droppedFunctions", NAME, INSTEAD);
  private static final TableShape DROPPED_LIBRARIES = table("droppedLibraries", NAME, INSTEAD);
  private static final TableShape DEPRECATED_FUNCTIONS = deprecated("deprecatedFunctions");
  private static final TableShape DEPRECATED_LIBRARY_FUNCTIONS =
      deprecated("deprecatedLibraryFunctions");
  private static final TableShape DEPRECATED_PROVIDER_FUNCTIONS =
      deprecated("deprecatedProviderFunctions");
  private static final TableShape IGNORED_ARGUMENTS = table("ignoredArguments", NAME, USES);
  private static final TableShape HOST_FUNCTIONS = table("hostFunctions", NAME);
  private static final TableShape NEW_CALLBACKS = table("newCallbacks", NAME, INSTEAD);
  private static final TableShape HOOKS = table("hooks", NAME, "takes", "argument");
  private static final TableShape RELEASE_FIELDS = table("releaseFields", NAME);

  private ModuleApiReader() {}

  private static TableShape table(String table, String... fields) {
    return TableShape.of(table, fields).with(TableRow.SOURCES);
  }

  private static TableShape deprecated(String table) {
    return table(table, NAME, REASON, INSTEAD);
  }

  /** The tables, before any of them is read. */
  static TableFile tables() {
    return TableFile.of(
        EXTRAS,
        DROPPED_FUNCTIONS,
        DROPPED_LIBRARIES,
        DEPRECATED_FUNCTIONS,
        DEPRECATED_LIBRARY_FUNCTIONS,
        DEPRECATED_PROVIDER_FUNCTIONS,
        IGNORED_ARGUMENTS,
        HOST_FUNCTIONS,
        NEW_CALLBACKS,
        HOOKS,
        RELEASE_FIELDS);
  }

  static ModuleApi read(TableFile file) {
    return new ModuleApi(
        file.byName(EXTRAS, row -> row.text(NAME)),
        file.byName(DROPPED_FUNCTIONS, row -> row.text(INSTEAD)),
        file.byName(DROPPED_LIBRARIES, row -> row.text(INSTEAD)),
        new DeprecatedApi(
            deprecations(file, DEPRECATED_FUNCTIONS),
            deprecations(file, DEPRECATED_LIBRARY_FUNCTIONS),
            deprecations(file, DEPRECATED_PROVIDER_FUNCTIONS)),
        file.byName(IGNORED_ARGUMENTS, row -> row.number(USES)),
        file.byName(HOST_FUNCTIONS, row -> row.text(NAME)),
        file.byName(NEW_CALLBACKS, row -> row.text(INSTEAD)),
        file.byName(HOOKS, ModuleApiReader::hook),
        file.byName(RELEASE_FIELDS, row -> row.text(NAME)));
  }

  private static ImmutableMap<String, Sourced<Deprecation>> deprecations(
      TableFile file, TableShape table) {
    return file.byName(table, row -> new Deprecation(row.text(REASON), row.text(INSTEAD)));
  }

  private static HookFunction hook(TableRow row) {
    return new HookFunction(
        row.text(NAME),
        EnumNames.parse("takes", HookFunction.Takes.class, row.text("takes")),
        row.number("argument"));
  }
}
