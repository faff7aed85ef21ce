package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.BinaryOperator;
import io.prosodykit.lua.Block;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.IfBranch;
import io.prosodykit.lua.LuaNode;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells which of the modules that a module loads it loads under a condition only. */
final class DependencyReader {
  /** A node that is still to be read, and whether it runs under a condition only. */
  private record Visit(LuaNode node, boolean conditional) {}

  private final Deque<Visit> ahead = new ArrayDeque<>();
  private final Set<LuaPosition> conditional = new HashSet<>();

  private DependencyReader() {}

  static ImmutableList<DependencyUse> read(List<ModuleCall> calls, Block source) {
    List<ModuleCall> found = new ArrayList<>();
    for (ModuleCall call : calls) {
      if (call.function().equals("depends")) {
        found.add(call);
      }
    }
    if (found.isEmpty()) {
      return ImmutableList.of();
    }
    DependencyReader reader = new DependencyReader();
    reader.read(source);
    ImmutableList.Builder<DependencyUse> dependencies = ImmutableList.builder();
    for (ModuleCall call : found) {
      dependencies.add(DependencyUse.of(call, reader.conditional.contains(call.position())));
    }
    return dependencies.build();
  }

  private void read(Block source) {
    ahead.push(new Visit(source, false));
    while (!ahead.isEmpty()) {
      Visit visit = ahead.pop();
      LuaNode node = visit.node();
      if (visit.conditional()
          && (node instanceof Expression.Call || node instanceof Expression.MethodCall)) {
        conditional.add(node.position());
      }
      node.forEachChild(
          part -> ahead.push(new Visit(part, visit.conditional() || isChoice(node, part))));
    }
  }

  /** Whether a part of a node may be skipped when the node runs. */
  private static boolean isChoice(LuaNode node, LuaNode part) {
    if (node instanceof Statement.If choice) {
      return part != choice.branches().get(0);
    } else if (node instanceof Expression.Binary binary) {
      return part == binary.right()
          && (binary.operator() == BinaryOperator.AND || binary.operator() == BinaryOperator.OR);
    }
    return part instanceof Block
        && (node instanceof IfBranch
            || node instanceof Statement.While
            || node instanceof Statement.NumericFor
            || node instanceof Statement.GenericFor);
  }
}
