package io.prosodykit.stack;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.evidence.ModuleOption;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.LuaNode;
import io.prosodykit.lua.LuaText;
import io.prosodykit.lua.Statement;
import io.prosodykit.lua.TableField;
import java.util.ArrayList;
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
            .filter(
                fact ->
                    targets.branches().stream()
                        .anyMatch(branch -> targets.knowledge().holds(fact, branch)))
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
    return same && isConstant(text)
        ? "-- " + name + " = " + text + " -- " + kind
        : "-- " + name + " (" + kind + ", no default that all targets share)";
  }

  /** Whether a text is one expression on one line, of constants and operators alone. */
  private static boolean isConstant(String text) {
    LuaChunk chunk = LuaChunk.parse("return " + text);
    if (!text.equals(StackFiles.oneLine(text))
        || !chunk.problems().isEmpty()
        || !chunk.comments().isEmpty()
        || chunk.block().statements().size() != 1
        || !(chunk.block().statements().get(0) instanceof Statement.Return result)
        || result.values().size() != 1) {
      return false;
    }
    List<LuaNode> nodes = new ArrayList<>();
    result.values().get(0).walk(nodes::add);
    return nodes.stream().allMatch(OptionLines::isOfConstants);
  }

  private static boolean isOfConstants(LuaNode node) {
    return node instanceof TableField
        || node instanceof Expression.Bool
        || node instanceof Expression.Numeral
        || node instanceof Expression.Text
        || node instanceof Expression.Table
        || node instanceof Expression.Parenthesized
        || node instanceof Expression.Unary
        || node instanceof Expression.Binary;
  }
}
