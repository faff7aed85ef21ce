package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.Evidence;
import io.prosodykit.catalog.ServerFacts;
import io.prosodykit.version.ProsodyVersion;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The checks of modules by the branches that these are for, each made when it is first needed. */
final class TargetChecks {
  private final ConcurrentMap<ImmutableList<ProsodyVersion>, ImmutableList<Check>> checks =
      new ConcurrentHashMap<>();

  private final ServerFacts facts;

  private TargetChecks(ServerFacts facts) {
    this.facts = facts;
  }

  /** Reads the facts, and makes the checks for the branches that most modules are for. */
  static TargetChecks prepare(ServerFacts facts, ImmutableList<ProsodyVersion> most) {
    // asked for a name that nobody has, it reads of all modules, before the first check asks
    var unused = Evidence.find("");
    TargetChecks prepared = new TargetChecks(facts);
    prepared.of(most);
    return prepared;
  }

  ImmutableList<Check> of(ImmutableList<ProsodyVersion> branches) {
    ImmutableList<Check> known = checks.get(branches);
    if (known != null) {
      return known;
    }
    ImmutableList<Check> made = make(Targets.of(branches, facts.luaLibraries()));
    checks.put(branches, made);
    return made;
  }

  private ImmutableList<Check> make(Targets targets) {
    return ImmutableList.of(
        new ApiCheck(targets, facts.moduleApi()),
        new StoreCheck(targets),
        new LibraryCheck(targets, facts.moduleApi()),
        new LuaCheck(targets, facts.luaLibraries()),
        new DependencyCheck(targets),
        new ModuleNameCheck(targets),
        new OptionCheck(targets, facts.options()),
        new GlobalsCheck(facts.luaLibraries()),
        new NamespaceCheck(facts),
        new ReadmeCheck(facts),
        new RockspecCheck(),
        new RecordCheck());
  }
}
