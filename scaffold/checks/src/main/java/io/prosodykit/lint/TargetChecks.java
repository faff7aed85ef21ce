package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Release;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.facts.ServerFacts;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The checks for each set of releases that modules are for, made when first needed. */
final class TargetChecks {
  /** By the branches, each with what its releases among the targets have. */
  private final ConcurrentMap<ImmutableList<Release>, CheckDispatch> checks =
      new ConcurrentHashMap<>();

  private final ServerFacts facts;

  private TargetChecks(ServerFacts facts) {
    this.facts = facts;
  }

  /** Reads the facts, and makes the checks for the releases that most modules are for. */
  static TargetChecks prepare(ServerFacts facts, TargetRange most) {
    TargetChecks prepared = new TargetChecks(facts);
    prepared.of(most);
    return prepared;
  }

  CheckDispatch of(TargetRange targets) {
    ImmutableList<Release> releases = targets.releases();
    CheckDispatch known = checks.get(releases);
    if (known != null) {
      return known;
    }
    CheckDispatch made =
        new CheckDispatch(
            CheckRegistry.checks(
                Targets.of(releases, facts.luaLibraries(), targets.knowledge()), facts));
    checks.put(releases, made);
    return made;
  }
}
