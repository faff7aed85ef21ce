package io.prosodykit.stack;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.evidence.ModuleOption;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.lua.LuaText;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The options of modules as comments, each option once in all files. */
final class OptionLines {
  private final TargetRange targets;
  private final Set<String> written = new HashSet<>();

  OptionLines(TargetRange targets) {
    this.targets = targets;
  }

  /**
   * {@return a line for each option that a target reads and that has not been written yet} An
   * option whose default is the same literal on all targets is an assignment, which can be
   * uncommented.
   */
  ImmutableList<String> of(ModuleEntry module) {
    Map<String, List<Sourced<ModuleOption>>> options =
        module.evidence().stream()
            .flatMap(evidence -> evidence.options().stream())
            .filter(fact -> targets.branches().stream().anyMatch(fact::holdsOn))
            .filter(fact -> LuaText.isIdentifier(fact.value().name()))
            .collect(
                Collectors.groupingBy(
                    fact -> fact.value().name(), TreeMap::new, Collectors.toList()));
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    options.forEach(
        (name, facts) -> {
          boolean obsolete = module.server().options().findObsolete(name).isPresent();
          if (!obsolete && written.add(name)) {
            lines.add(line(name, facts));
          }
        });
    return lines.build();
  }

  private static String line(String name, List<Sourced<ModuleOption>> facts) {
    Sourced<ModuleOption> newest = facts.get(facts.size() - 1);
    String since = facts.get(0).first().release().toString();
    String kind = StackFiles.oneLine(newest.value().type()) + ", since " + since;
    String text = newest.value().defaultValue();
    boolean same = facts.stream().allMatch(fact -> fact.value().defaultValue().equals(text));
    return !text.isEmpty() && same && text.equals(StackFiles.oneLine(text))
        ? "-- " + name + " = " + text + " -- " + kind
        : "-- " + name + " (" + kind + ", no default that all targets share)";
  }
}
