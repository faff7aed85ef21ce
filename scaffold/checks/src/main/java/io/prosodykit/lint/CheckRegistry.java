package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import io.prosodykit.facts.ServerFacts;

/** All checks of modules. */
final class CheckRegistry {
  private CheckRegistry() {}

  /**
   * Makes all checks for the targets, with the facts about servers. A new check is a new line here.
   */
  static ImmutableList<Check> checks(Targets targets, ServerFacts facts) {
    return ImmutableList.of(
        new ApiCheck(targets, facts.moduleApi()),
        new StoreCheck(targets, facts.moduleApi()),
        new LibraryCheck(targets, facts.moduleApi()),
        new LuaCheck(targets, facts.luaLibraries()),
        new DependencyCheck(targets, facts.moduleApi()),
        new ModuleNameCheck(targets),
        new OptionCheck(targets, facts),
        new GlobalsCheck(facts.luaLibraries()),
        new NamespaceCheck(facts),
        new ReadmeCheck(facts),
        new RockspecCheck(),
        new RecordCheck(),
        new SuppressionCheck());
  }
}
