package io.prosodykit.module;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.FunctionBody;
import io.prosodykit.lua.LuaNode;
import io.prosodykit.lua.Statement;
import java.util.Optional;

/** Records what names refer to, and {@code module.add_host}. */
final class DeclarationReader extends KindReader {
  private static final ImmutableSet<Class<? extends LuaNode>> KINDS =
      ImmutableSet.of(
          Statement.Local.class,
          Statement.Function.class,
          Statement.Assignment.class,
          FunctionBody.class);

  private final ConstantReader constants;
  private final ModuleNames names;
  private boolean shared;

  DeclarationReader(ConstantReader constants, ModuleNames names) {
    super(KINDS);
    this.constants = constants;
    this.names = names;
  }

  @Override
  public void read(LuaNode node) {
    if (node instanceof Statement.Local declaration) {
      constants.declare(declaration);
      names.declare(declaration);
    } else if (node instanceof Statement.Function function) {
      readFunction(function.target(), function.body());
    } else if (node instanceof Statement.Assignment assignment) {
      readAssignment(assignment);
    } else if (node instanceof FunctionBody body) {
      names.declare(body, false);
    }
  }

  private void readAssignment(Statement.Assignment assignment) {
    int count = Math.min(assignment.targets().size(), assignment.values().size());
    for (int i = 0; i < count; i++) {
      if (assignment.values().get(i) instanceof Expression.Function function) {
        readFunction(assignment.targets().get(i), function.body());
      }
    }
  }

  private void readFunction(Expression target, FunctionBody body) {
    if (names.function(target).equals(Optional.of("add_host"))) {
      shared = true;
      names.declare(body, true);
    }
  }

  /** Whether there is a {@code module.add_host}. */
  boolean shared() {
    return shared;
  }
}
