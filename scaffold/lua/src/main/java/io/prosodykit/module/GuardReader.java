package io.prosodykit.module;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.Block;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.IfBranch;
import io.prosodykit.lua.LuaNode;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the calls that code makes only where it knows that something is there, or is not. */
final class GuardReader extends KindReader {
  private static final ImmutableSet<Class<? extends LuaNode>> KINDS =
      ImmutableSet.of(Statement.If.class, Expression.Binary.class, Block.class);

  private static final Guard.All NOTHING = Guard.All.NONE;

  private final ValuePaths paths;
  private final ConditionReader conditions;
  private final Map<LuaPosition, Guard.All> guards = new HashMap<>();

  GuardReader(ValuePaths paths) {
    super(KINDS);
    this.paths = paths;
    this.conditions = new ConditionReader(paths);
  }

  ImmutableMap<LuaPosition, Guard.All> guards() {
    return ImmutableMap.copyOf(guards);
  }

  @Override
  public void read(LuaNode node) {
    if (node instanceof Statement.If choice) {
      visitIf(choice);
    } else if (node instanceof Expression.Binary binary) {
      switch (binary.operator()) {
        case AND -> guard(binary.right(), conditions.implied(binary.left(), true));
        case OR -> guard(binary.right(), conditions.implied(binary.left(), false));
        default -> {}
      }
    } else if (node instanceof Block block) {
      visitBlock(block.statements());
    }
  }

  private void visitIf(Statement.If choice) {
    Guard.All before = NOTHING;
    for (IfBranch branch : choice.branches()) {
      Guard.All here = conditions.implied(branch.condition(), true);
      guard(branch.block(), ConditionReader.union(before, here));
      before = ConditionReader.union(before, conditions.implied(branch.condition(), false));
    }
    guard(choice.otherwise(), before);
  }

  /** What follows {@code if … then return end} is guarded, too. */
  private void visitBlock(List<Statement> statements) {
    Guard.All known = NOTHING;
    for (Statement statement : statements) {
      guard(statement, known);
      if (statement instanceof Statement.If choice
          && choice.branches().size() == 1
          && choice.otherwise().statements().isEmpty()
          && leaves(choice.branches().get(0).block().statements())) {
        known =
            ConditionReader.union(
                known, conditions.implied(choice.branches().get(0).condition(), false));
      }
    }
  }

  private boolean leaves(List<Statement> statements) {
    if (statements.isEmpty()) {
      return false;
    }
    Statement last = statements.get(statements.size() - 1);
    return last instanceof Statement.Return
        || (last instanceof Statement.Call call
            && call.call() instanceof Expression.Call function
            && "error".equals(paths.of(function.function())));
  }

  private void guard(LuaNode part, Guard.All known) {
    if (known.isEmpty()) {
      return;
    }
    part.walk(
        node -> {
          if (node instanceof Expression.Call || node instanceof Expression.MethodCall) {
            guards.merge(node.position(), known, ConditionReader::union);
          }
        });
  }
}
