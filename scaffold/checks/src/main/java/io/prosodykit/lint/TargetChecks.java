package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.version.ProsodyVersion;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The checks for each set of branches that modules are for, made when first needed. */
final class TargetChecks {
  private final ConcurrentMap<ImmutableList<ProsodyVersion>, CheckDispatch> checks =
      new ConcurrentHashMap<>();

  private final ServerFacts facts;

  private TargetChecks(ServerFacts facts) {
    this.facts = facts;
  }

  /** Reads the facts, and makes the checks for the branches that most modules are for. */
  static TargetChecks prepare(ServerFacts facts, ImmutableList<ProsodyVersion> most) {
    TargetChecks prepared = new TargetChecks(facts);
    prepared.of(most);
    return prepared;
  }

  CheckDispatch of(ImmutableList<ProsodyVersion> branches) {
    CheckDispatch known = checks.get(branches);
    if (known != null) {
      return known;
    }
    CheckDispatch made =
        new CheckDispatch(CheckRegistry.checks(Targets.of(branches, facts.luaLibraries()), facts));
    checks.put(branches, made);
    return made;
  }
}
