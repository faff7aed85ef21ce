package io.prosodykit.changes;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ConfigurationRules;
import io.prosodykit.facts.ModuleConflict;
import io.prosodykit.facts.RequiredOption;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.version.ProsodyVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Compares what modules need of a configuration. */
final class RuleComparison {
  private final ConfigurationRules rules;
  private final Knowledge knowledge;
  private final ProsodyVersion from;
  private final ProsodyVersion to;
  private final ImmutableList.Builder<RuleChange> changes = ImmutableList.builder();

  /** Those of both versions. */
  private final ImmutableSet<Source> sources;

  RuleComparison(ServerFacts server, ProsodyVersion from, ProsodyVersion to, Set<Source> sources) {
    this.rules = server.rules();
    this.knowledge = server.knowledge();
    this.from = from;
    this.to = to;
    this.sources = ImmutableSet.copyOf(sources);
  }

  /** Compares the rules of a module, of which there may be none. */
  void compare(String module) {
    Map<String, Sourced<?>> then = rules(module, from);
    Map<String, Sourced<?>> now = rules(module, to);
    then.forEach((rule, fact) -> addUnless(now, module, ApiChange.Kind.GONE, rule, fact));
    now.forEach((rule, fact) -> addUnless(then, module, ApiChange.Kind.ADDED, rule, fact));
  }

  ImmutableList<RuleChange> changes() {
    return changes.build();
  }

  private void addUnless(
      Map<String, Sourced<?>> others,
      String module,
      ApiChange.Kind kind,
      String rule,
      Sourced<?> fact) {
    if (!others.containsKey(rule)) {
      changes.add(
          new RuleChange(
              module,
              kind,
              rule,
              fact.sources().stream().filter(sources::contains).collect(toImmutableList())));
    }
  }

  private Map<String, Sourced<?>> rules(String module, ProsodyVersion version) {
    Map<String, Sourced<?>> found = new LinkedHashMap<>();
    ImmutableList<RequiredOption> needed = rules.requiredOptions(module, version);
    for (Sourced<RequiredOption> fact : rules.requiredOptions(module)) {
      if (needed.contains(fact.value())) {
        found.put("needs the option " + fact.value(), fact);
      }
    }
    for (Sourced<ModuleConflict> fact : rules.conflicts(module)) {
      if (fact.value().module().equals(module) && knowledge.holds(fact, version)) {
        found.put("conflicts with " + fact.value().instead(), fact);
      }
    }
    return found;
  }
}
